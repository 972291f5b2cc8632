package dev.externaltenants.claimsextension.callout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.ClientCertificate;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.models.KeycloakSession;

/**
 * HTTP clients of extensions with a certificate of their own. Each has its own connections: one of a shared pool would be known to
 * the API by the certificate of whoever opened it.
 */
final class CertifiedClients implements AutoCloseable {

    /** An idle one holds a pool without connections; the one unused for longest goes first. */
    static final int MAX_CLIENTS = 200;

    private final Map<String, CalloutHttpClientFactory> clients = new LinkedHashMap<>(16, 0.75f, true);

    /** Returns the client for this extension as it is set up now, of this tenant alone. */
    CloseableHttpClient of(KeycloakSession session, CalloutRequest request, String key) {
        CallerAuthentication authentication = request.extension().authentication();
        String owner = request.tenantId() + " " + request.extension().id() + " ";
        // the key as well: a vault's changes without a new version
        String use = owner + request.extension().version() + " " + digest(key);
        List<CalloutHttpClientFactory> unused = new ArrayList<>();
        try {
            return client(use, owner, unused, () -> ClientCertificate.of(authentication.certificate(), key))
                    .create(session)
                    .getHttpClient();
        } finally {
            unused.forEach(CalloutHttpClientFactory::close);
        }
    }

    private synchronized CalloutHttpClientFactory client(
            String use, String owner, List<CalloutHttpClientFactory> unused, Supplier<ClientCertificate> certificate) {
        CalloutHttpClientFactory known = clients.get(use);
        if (known != null) {
            return known;
        }
        CalloutHttpClientFactory made = CalloutHttpClientFactory.showing(certificate.get());
        clients.entrySet().removeIf(other -> other.getKey().startsWith(owner) && unused.add(other.getValue()));
        if (clients.size() >= MAX_CLIENTS) {
            String eldest = clients.keySet().iterator().next();
            unused.add(clients.remove(eldest));
        }
        clients.put(use, made);
        return made;
    }

    /** Forgets those of a tenant that is gone. */
    synchronized void forget(String tenantId) {
        clients.entrySet().removeIf(client -> {
            boolean isOfTenant = client.getKey().startsWith(tenantId + " ");
            if (isOfTenant) {
                client.getValue().close();
            }
            return isOfTenant;
        });
    }

    synchronized int size() {
        return clients.size();
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(CalloutHttpClientFactory::close);
        clients.clear();
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
