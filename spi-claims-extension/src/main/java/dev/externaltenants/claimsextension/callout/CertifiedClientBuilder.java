package dev.externaltenants.claimsextension.callout;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.externaltenants.claimsextension.ClientCertificate;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.connections.httpclient.HttpClientBuilder;

/** Keycloak's client with all that operators set, and another certificate. */
final class CertifiedClientBuilder extends HttpClientBuilder {

    private static final int IDLE_SECONDS = 60;

    private final ClientCertificate certificate;

    CertifiedClientBuilder(org.apache.http.impl.client.HttpClientBuilder apache, ClientCertificate certificate) {
        // Else a connection on which a certificate was shown is taken for one of a user's, and no call finds it again.
        super(apache.disableConnectionState());
        this.certificate = certificate;
    }

    /** The last word: what the operator set was given to the builder before. */
    @Override
    public CloseableHttpClient build() {
        String password = UUID.randomUUID().toString();
        keyStore(certificate.keyStore(password), password);
        // The pool's cleaner is a thread, which is too much for each extension; connections grow old instead.
        maxConnectionIdleTime(0, TimeUnit.MILLISECONDS);
        connectionTTL(IDLE_SECONDS, TimeUnit.SECONDS);
        return super.build();
    }
}
