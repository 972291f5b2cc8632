package dev.externaltenants.claimsextension.callout;

import java.util.EnumMap;
import java.util.Map;

import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.CallerAuthentication.Means;
import dev.externaltenants.userflow.circuit.Circuit;
import org.apache.http.HttpHeaders;
import org.keycloak.TokenCategory;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.vault.VaultStringSecret;

/** The proof that an extension asks for. */
final class CallerProofs implements CallerProof {

    private final KeycloakSession session;
    private final HttpExchange http;
    private final CalloutTokens signed;
    private final GrantedTokens granted;
    private final CertifiedClients certified;
    private final Map<Means, CallerProof> byType = new EnumMap<>(Means.class);

    CallerProofs(
            KeycloakSession session,
            HttpExchange http,
            CalloutTokens signed,
            GrantedTokens granted,
            Circuit tokenEndpoints,
            CertifiedClients certified) {
        this.session = session;
        this.http = http;
        this.signed = signed;
        this.granted = granted;
        this.certified = certified;
        byType.put(Means.BEARER, (request, body, deadline) -> bearer(request));
        byType.put(
                Means.OAUTH2_CLIENT_CREDENTIALS,
                new ClientCredentialsProof(http, granted, tokenEndpoints, this::secret));
        byType.put(Means.HMAC, new HmacProof(this::secret));
        byType.put(Means.MTLS, new CertificateProof(session, certified, this::secret));
    }

    @Override
    public Map<String, String> headers(CalloutRequest request, byte[] body, Deadline deadline) throws CalloutException {
        return of(request).headers(request, body, deadline);
    }

    @Override
    public HttpExchange exchange(CalloutRequest request, HttpExchange usual) {
        return of(request).exchange(request, usual);
    }

    @Override
    public CallerProof ofTrial() {
        return new CallerProofs(session, http, signed, granted, new Circuit(), certified);
    }

    @Override
    public void refused(CalloutRequest request) {
        of(request).refused(request);
    }

    private CallerProof of(CalloutRequest request) {
        CallerAuthentication authentication = request.extension().authentication();
        return byType.get(authentication == null ? Means.BEARER : authentication.type());
    }

    private Map<String, String> bearer(CalloutRequest request) {
        String algorithm = session.tokens().signatureAlgorithm(TokenCategory.ADMIN);
        String keyId = session.keys()
                .getActiveKey(session.getContext().getRealm(), KeyUse.SIG, algorithm)
                .getKid();
        CalloutToken token = CalloutToken.of(request);
        CalloutTokens.Use use = new CalloutTokens.Use(
                request.tenantId(), token.getIssuer(), request.extension().resourceId(), token.getIssuedFor(), keyId);
        return Map.of(
                HttpHeaders.AUTHORIZATION,
                "Bearer " + signed.get(use, () -> session.tokens().encode(token)));
    }

    private String secret(String stored) {
        // what an import left that was made of an export
        if (ComponentRepresentation.SECRET_VALUE.equals(stored)) {
            throw new IllegalStateException("The secret is missing: set it again");
        }
        try (VaultStringSecret secret = session.vault().getStringSecret(stored)) {
            return secret.get().orElseThrow(() -> new IllegalStateException("The vault has no such secret: " + stored));
        }
    }
}
