package dev.externaltenants.tenant.idp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.externaltenants.claimsextension.callout.CalloutHttpClientFactory;
import dev.externaltenants.userflow.TenantException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/** Fetches what a provider publishes of itself, with the client for addresses that tenants choose. */
final class RemoteMetadata {

    private static final Logger LOG = Logger.getLogger(RemoteMetadata.class);
    private static final int TIMEOUT_MILLIS = 5000;
    private static final long DEADLINE_NANOS = 10_000_000_000L;
    private static final int MAX_BYTES = 512 * 1024;

    private final KeycloakSession session;

    RemoteMetadata(KeycloakSession session) {
        this.session = session;
    }

    /** @throws TenantException {@code xt_identity_provider_metadata_unavailable} */
    String fetch(URI address, String field) {
        HttpGet request = new HttpGet(address);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(TIMEOUT_MILLIS)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setSocketTimeout(TIMEOUT_MILLIS)
                .setRedirectsEnabled(false)
                .build());
        try (CloseableHttpResponse response = session.getProvider(HttpClientProvider.class, CalloutHttpClientFactory.ID)
                .getHttpClient()
                .execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            if (status != 200 || response.getEntity() == null) {
                throw unavailable(field, "It answered with status " + status + ".");
            }
            return limited(response.getEntity().getContent(), field);
        } catch (IOException e) {
            // What exactly failed would tell a tenant about the operator's network; the operator's log has it.
            LOG.infof("Metadata at %s cannot be read: %s", address, e);
            throw unavailable(field, "It cannot be reached.");
        }
    }

    /** Reads to the end, but neither without end nor for ever. The stream is not closed: that would read the rest. */
    private static String limited(InputStream body, String field) throws IOException {
        long began = System.nanoTime();
        byte[] read = new byte[MAX_BYTES + 1];
        int length = 0;
        for (int more = 0; more >= 0; more = body.read(read, length, read.length - length)) {
            length += more;
            if (length > MAX_BYTES || System.nanoTime() - began > DEADLINE_NANOS) {
                throw unavailable(field, "It is too long or too slow.");
            }
        }
        return new String(Arrays.copyOf(read, length), StandardCharsets.UTF_8);
    }

    private static TenantException unavailable(String field, String why) {
        return TenantException.invalid(
                "xt_identity_provider_metadata_unavailable", field, "The provider's metadata is not available. " + why);
    }
}
