package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.samples.shop.ShopConfig;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A realm that is an external tenant, one per test class: made before its tests, deleted after them. */
public final class Tenant implements BeforeAllCallback, AfterAllCallback {

    private static final String CLAIMS_AUDIENCE = "api://claims.contoso.example/claims";

    private final String realm;
    private final MailServer mail;
    private final Supplier<? extends KeycloakServer> home;
    private KeycloakServer server;

    private Tenant(String realm, MailServer mail, Supplier<? extends KeycloakServer> home) {
        this.realm = realm;
        this.mail = mail;
        this.home = home;
    }

    public static Tenant named(String name, MailServer mail) {
        String realm = name + "-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        return new Tenant(realm, mail, KeycloakServer::running);
    }

    /** Returns the tenant on another server than the one of the run. */
    public Tenant on(Supplier<? extends KeycloakServer> elsewhere) {
        return new Tenant(realm, mail, elsewhere);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        create();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        delete();
    }

    public Tenant create() {
        createRealm();
        admin().put(path(""), Map.of("displayName", "Contoso")).expect(201);
        return this;
    }

    /** Creates the realm and leaves it at that. */
    public Tenant createRealm() {
        importRealm(Map.of()).expect(201);
        return this;
    }

    /** Lets a realm that was made in another way send mail. */
    public void useMail() {
        server = home.get();
        admin().put("/" + realm, Map.of("smtpServer", smtpServer())).expect(204);
    }

    /** Sends mail by further settings, such as a timeout, in place of what was set so before. */
    public void smtp(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(smtpServer());
        settings.putAll(more);
        admin().put("/" + realm, Map.of("smtpServer", settings)).expect(204);
    }

    /** Imports a realm with mail and with what else the realm file says. */
    public Answer importRealm(Map<String, Object> more) {
        server = home.get();
        Map<String, Object> file = new HashMap<>(realmWithMail());
        file.putAll(more);
        return admin().post("", file);
    }

    /** Imports a realm from a whole file, which names it, and lets it send mail. */
    public Answer importRealm(JsonNode file) {
        server = home.get();
        Answer imported = admin().post("", file);
        if (imported.status() == 201) {
            useMail();
        }
        return imported;
    }

    public void delete() {
        if (server != null) {
            admin().delete("/" + realm);
        }
    }

    public String realm() {
        return realm;
    }

    public KeycloakServer server() {
        return server;
    }

    public AdminApi admin() {
        return server.admin();
    }

    /** Returns the address of our REST in this tenant, below {@code /admin/realms}. */
    public String path(String below) {
        return "/" + realm + "/external-tenant" + below;
    }

    /** Returns the realm's issuer. */
    public String issuer() {
        return server.base() + "/realms/" + realm;
    }

    public void attribute(String name, String dataType) {
        admin().post(
                        path("/attributes"),
                        Map.of("name", name, "displayName", name, "description", "", "dataType", dataType))
                .expect(201);
    }

    /** Creates the flow and returns its id. */
    public String userFlow(FlowSpec flow) {
        return admin().post(path("/user-flows"), flow.json()).createdId();
    }

    public void assign(String flowId, String clientId) {
        admin().put(path("/user-flows/" + flowId + "/applications/" + clientId), null)
                .expect(204);
    }

    /** Registers an app of the flow; with null it is mapped to none. */
    public RelyingParty app(String clientId, String flowId) {
        RelyingParty app = RelyingParty.registered(this, clientId);
        if (flowId != null) {
            assign(flowId, clientId);
        }
        return app;
    }

    /** Puts attributes into the app's tokens: claim by attribute. */
    public void claims(String clientId, Map<String, String> attributeByClaim) {
        List<Map<String, String>> mappings = new ArrayList<>();
        attributeByClaim.forEach((claim, attribute) -> mappings.add(Map.of("claim", claim, "attribute", attribute)));
        Answer answer = admin().put(path("/applications/" + clientId + "/claims"), mappings);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.toString());
        }
    }

    /** Creates a custom authentication extension whose answers go into claims of the same name; returns its id. */
    public String extension(String name, ClaimsApi api, String behaviorOnError, String... claims) {
        List<Map<String, String>> mapping = new ArrayList<>();
        for (String claim : claims) {
            mapping.add(Map.of("claimIdInApiResponse", claim, "claim", claim));
        }
        return admin().post(
                        path("/custom-extensions"),
                        Map.of(
                                "name",
                                name,
                                "displayName",
                                "Claims",
                                "targetUrl",
                                api.url().toString(),
                                "resourceId",
                                CLAIMS_AUDIENCE,
                                "timeoutInMilliseconds",
                                1000,
                                "maximumRetries",
                                0,
                                "behaviorOnError",
                                behaviorOnError,
                                "claims",
                                mapping))
                .createdId();
    }

    /** Starts a claims API that believes only this tenant's event service. */
    public ClaimsApi claimsApi() {
        return ClaimsApi.start(0, URI.create(issuer()), CLAIMS_AUDIENCE);
    }

    /** Starts a sample shop and registers it; its flow is assigned apart. */
    public Shop shop(String clientId) {
        Shop shop = Shop.start(0, ShopConfig.publicClient(URI.create(issuer()), clientId));
        RelyingParty.register(
                this,
                clientId,
                List.of(shop.callbackUrl().toString(), shop.url().toString()));
        return shop;
    }

    /** Returns the customer with the e-mail address, or a missing node. */
    public JsonNode customer(String email) {
        return admin().get("/" + realm + "/users?exact=true&email=" + Forms.encode(email))
                .expect(200)
                .json()
                .path(0);
    }

    /** Creates a customer as an operator would, with a password and a verified address. */
    public void existingCustomer(String email, String password) {
        admin().post(
                        "/" + realm + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "firstName",
                                "Kim",
                                "lastName",
                                "Akers",
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .expect(201);
    }

    /** Creates a customer with a verified address and these credentials, as an operator could who moves customers here. */
    public void existingCustomer(String email, List<Map<String, Object>> credentials) {
        admin().post(
                        "/" + realm + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "credentials",
                                credentials))
                .expect(201);
    }

    /** Creates a customer as an operator would, with a verified address and no password. */
    public void existingCustomer(String email) {
        admin().post(
                        "/" + realm + "/users",
                        Map.of("username", email, "email", email, "emailVerified", true, "enabled", true))
                .expect(201);
    }

    /** Links a customer to who is {@code subject} at the identity provider, as an operator could. */
    public void link(String email, String alias, String subject) {
        admin().post(
                        "/" + realm + "/users/" + customer(email).path("id").asText() + "/federated-identity/" + alias,
                        Map.of("userId", subject, "userName", email))
                .expect(204);
    }

    public long customers() {
        return admin().get("/" + realm + "/users/count").expect(200).json().asLong();
    }

    private Map<String, Object> realmWithMail() {
        return Map.of(
                "realm",
                realm,
                "enabled",
                true,
                "displayName",
                "Contoso",
                "internationalizationEnabled",
                true,
                "supportedLocales",
                List.of("en", "de"),
                "defaultLocale",
                "en",
                "smtpServer",
                smtpServer());
    }

    private Map<String, String> smtpServer() {
        return Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(mail.port()),
                "from", "no-reply@contoso.example",
                "fromDisplayName", "Contoso");
    }
}
