package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.CallerAuthentication.Means;
import dev.externaltenants.claimsextension.CustomExtensionProviderFactory;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.callout.CalloutWorkers.Caller;
import dev.externaltenants.tests.servers.hostile.TestAuthority;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.truststore.TruststoreProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Against a server that ends every connection without a client certificate. */
@Timeout(60)
class CertifiedClientsTest {

    private static final TestAuthority AUTHORITY = TestAuthority.create();

    private final CertifiedClients clients = new CertifiedClients();
    private final CalloutWorkers workers = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private HttpsServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = AUTHORITY.demandingCertificates(TestAuthority.GOOD);
        api.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demanding = context.getDefaultSSLParameters();
                demanding.setNeedClientAuth(true);
                parameters.setSSLParameters(demanding);
            }
        });
        api.createContext("/", exchange -> {
            shown.add(((HttpsExchange) exchange)
                            .getSSLSession()
                            .getPeerPrincipal()
                            .getName() + " from " + exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stop() {
        clients.close();
        workers.close();
        api.stop(0);
    }

    @Test
    void showsTheCertificateOverConnectionsThatStayOpen() throws CalloutException {
        CalloutRequest request = request(TestAuthority.GOOD);

        call(client(request));
        call(client(request));

        assertThat(shown).hasSize(2).allMatch(name -> name.startsWith("CN=good from "));
        assertThat(shown.get(0)).isEqualTo(shown.get(1));
        assertThat(clients.size()).isEqualTo(1);
    }

    @Test
    void withoutACertificateThereIsNoConnection() throws IOException {
        try (CloseableHttpClient plain = new HttpClientBuilder(
                        CalloutHttpClientFactory.guarded(AllowedHosts.of("127.0.0.1")))
                .trustStore(AUTHORITY.trustStore())
                .build()) {
            assertThatExceptionOfType(CalloutException.class)
                    .isThrownBy(() -> call(plain))
                    .extracting(CalloutException::error)
                    .isEqualTo(CalloutError.CONNECTION);
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void anotherTenantHasConnectionsOfItsOwn() {
        CalloutRequest ours = request(TestAuthority.GOOD);
        CalloutRequest theirs = of("another-tenant", ours);

        assertThat(client(theirs)).isNotSameAs(client(ours));
        clients.forget("another-tenant");
        assertThat(clients.size()).isEqualTo(1);
    }

    @Test
    void anotherVersionTakesThePlaceOfTheOneBefore() {
        CalloutRequest before = request(TestAuthority.GOOD);
        CloseableHttpClient first = client(before);
        CalloutRequest after =
                with(before.tenantId(), before, before.extension().withVersion(99L));

        assertThat(client(after)).isNotSameAs(first);
        assertThat(clients.size()).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherCertificateIsNone() {
        CalloutRequest request = request(TestAuthority.GOOD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.of(session(), request, AUTHORITY.key(TestAuthority.EXPIRED)));
        assertThat(clients.size()).isZero();
    }

    private CloseableHttpClient client(CalloutRequest request) {
        return clients.of(
                session(), request, request.extension().authentication().secret());
    }

    private void call(CloseableHttpClient client) throws CalloutException {
        Message message =
                new Message("https://127.0.0.1:" + api.getAddress().getPort() + "/claims", Message.JSON, Map.of());
        new HttpExchange(client, workers).post(new Caller("t", "e"), message, new byte[] {'{', '}'}, 5000);
    }

    private static CalloutRequest request(String certificate) {
        return Requests.to(Extensions.provenBy(new CallerAuthentication(
                Means.MTLS,
                null,
                null,
                null,
                null,
                null,
                null,
                AUTHORITY.certificate(certificate),
                AUTHORITY.key(certificate))));
    }

    private static CalloutRequest of(String tenant, CalloutRequest request) {
        return with(tenant, request, request.extension());
    }

    private static CalloutRequest with(
            String tenant, CalloutRequest request, dev.externaltenants.claimsextension.CustomExtension extension) {
        return new CalloutRequest(
                tenant,
                request.issuer(),
                request.listenerId(),
                extension,
                request.correlationId(),
                request.ip(),
                request.locale(),
                request.requestType(),
                request.client(),
                request.resource(),
                request.user());
    }

    /** As much of a session as Keycloak's client asks: whom it trusts, and where it may go. */
    private static KeycloakSession session() {
        TruststoreProvider trust =
                stand(TruststoreProvider.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getTruststore" -> AUTHORITY.trustStore();
                    case "getPolicy" -> HostnameVerificationPolicy.DEFAULT;
                    default -> null;
                });
        CustomExtensionProviderFactory extensions =
                stand(CustomExtensionProviderFactory.class, (self, method, arguments) -> AllowedHosts.of("127.0.0.1"));
        KeycloakSessionFactory factory = stand(KeycloakSessionFactory.class, (self, method, arguments) -> extensions);
        return stand(
                KeycloakSession.class,
                (self, method, arguments) -> method.getName().equals("getKeycloakSessionFactory") ? factory : trust);
    }

    private static <T> T stand(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
