package dev.externaltenants.claimsextension.callout;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.keycloak.models.KeycloakSession;

/** A client certificate: the connection is the proof, and no header is one. */
final class CertificateProof implements CallerProof {

    private final KeycloakSession session;
    private final CertifiedClients clients;
    private final UnaryOperator<String> secrets;

    /** @param secrets finds what the vault keeps */
    CertificateProof(KeycloakSession session, CertifiedClients clients, UnaryOperator<String> secrets) {
        this.session = session;
        this.clients = clients;
        this.secrets = secrets;
    }

    @Override
    public Map<String, String> headers(CalloutRequest request, byte[] body, Deadline deadline) {
        return Map.of();
    }

    @Override
    public HttpExchange exchange(CalloutRequest request, HttpExchange usual) {
        String key = secrets.apply(request.extension().authentication().secret());
        return usual.over(clients.of(session, request, key));
    }
}
