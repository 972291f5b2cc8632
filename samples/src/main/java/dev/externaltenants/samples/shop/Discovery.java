package dev.externaltenants.samples.shop;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

/** What the identity provider publishes about itself: its endpoints, and the keys that its tokens are checked with. */
record Discovery(
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI endSessionEndpoint,
        IDTokenValidator idTokens,
        JWTProcessor<SecurityContext> accessTokens) {

    private static final int LARGEST_KEY_SET = 100_000;

    static Discovery of(ShopConfig config, int milliseconds) throws GeneralException, IOException {
        OIDCProviderMetadata metadata = metadata(config, milliseconds);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(milliseconds, milliseconds, LARGEST_KEY_SET))
                .build();
        JWSKeySelector<SecurityContext> selector =
                new JWSVerificationKeySelector<>(publicKeyAlgorithms(metadata), keys);
        return new Discovery(
                metadata.getAuthorizationEndpointURI(),
                metadata.getTokenEndpointURI(),
                metadata.getEndSessionEndpointURI(),
                new IDTokenValidator(metadata.getIssuer(), new ClientID(config.clientId()), selector, null),
                accessTokens(config, selector));
    }

    private static OIDCProviderMetadata metadata(ShopConfig config, int milliseconds)
            throws GeneralException, IOException {
        HTTPRequest request = new HTTPRequest(
                HTTPRequest.Method.GET,
                URI.create(config.backChannel() + OIDCProviderConfigurationRequest.OPENID_PROVIDER_WELL_KNOWN_PATH));
        request.setConnectTimeout(milliseconds);
        request.setReadTimeout(milliseconds);
        HTTPResponse response = request.send();
        response.ensureStatusCode(HTTPResponse.SC_OK);
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(response.getBodyAsJSONObject());
        if (!metadata.getIssuer().equals(new Issuer(config.issuer()))) {
            throw new GeneralException("Another issuer answers: " + metadata.getIssuer());
        }
        return metadata;
    }

    /** Never an HMAC: a client secret, or none, would then be the key. */
    private static Set<JWSAlgorithm> publicKeyAlgorithms(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> algorithms = new LinkedHashSet<>(metadata.getIDTokenJWSAlgs());
        algorithms.retainAll(JWSAlgorithm.Family.SIGNATURE);
        return algorithms;
    }

    private static JWTProcessor<SecurityContext> accessTokens(
            ShopConfig config, JWSKeySelector<SecurityContext> selector) {
        ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(selector);
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder()
                        .issuer(config.issuer().toString())
                        .claim("azp", config.clientId())
                        .build(),
                Set.of("sub", "exp")));
        return processor;
    }
}
