package dev.externaltenants.tests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;
import org.jsoup.nodes.Element;

/** An app of the tenant that signs its customers in by SAML. */
public final class SamlApp {

    public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private static final String CONSUMER = "http://127.0.0.1:1/acs";
    private static final String REQUEST =
            """
            <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_%s" Version="2.0"
                IssueInstant="%s" AssertionConsumerServiceURL="%s"><saml:Issuer
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer></samlp:AuthnRequest>""";

    private final String endpoint;
    private final String entityId;

    private SamlApp(String endpoint, String entityId) {
        this.endpoint = endpoint;
        this.entityId = entityId;
    }

    /** Registers an app of the flow, which may also come without a browser as far as Keycloak is concerned. */
    public static SamlApp registered(Tenant tenant, String entityId, String flowId) {
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/clients",
                        Map.of(
                                "clientId",
                                entityId,
                                "protocol",
                                "saml",
                                "redirectUris",
                                List.of(CONSUMER),
                                "attributes",
                                Map.of(
                                        "saml.client.signature", "false",
                                        "saml.server.signature", "true",
                                        "saml.assertion.signature", "true",
                                        "saml.force.post.binding", "true",
                                        "saml.allow.ecp.flow", "true")))
                .expect(201);
        tenant.assign(flowId, entityId);
        return new SamlApp(tenant.issuer() + "/protocol/saml", entityId);
    }

    /** Returns where the app sends a browser to sign in. */
    public URI signIn() {
        return URI.create(endpoint + "?" + Forms.encode(Map.of("SAMLRequest", deflated(request()))));
    }

    /** Asks as a client without a browser, which knows name and password. */
    public Answer signInWithoutBrowser(String user, String password) {
        String envelope = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + request()
                + "</S:Body></S:Envelope>";
        return AdminApi.send(
                "SAML ECP request",
                HttpRequest.newBuilder(URI.create(endpoint))
                        .header("Content-Type", "text/xml")
                        .header(
                                "Authorization",
                                "Basic " + encoded((user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(envelope))
                        .build());
    }

    /** Returns what the page sends to the app. */
    public static String response(FormPage page) {
        Element response = page.document().selectFirst("form input[name=SAMLResponse]");
        if (response == null) {
            throw new AssertionError("Expected an answer to the app but was " + page);
        }
        return new String(Base64.getDecoder().decode(response.attr("value")), StandardCharsets.UTF_8);
    }

    private String request() {
        return REQUEST.formatted(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS), CONSUMER, entityId);
    }

    private static String deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded(bytes.toByteArray());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
