package dev.externaltenants.bench.realm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.bench.load.App;
import dev.externaltenants.tests.servers.AdminApi;

/** A realm that is a tenant, with an app for each kind of user flow that is measured. */
public final class TenantRealm {

    /** Of every app here that has one. */
    public static final String SECRET = "bench-secret";

    private static final List<Map<String, Object>> NAMES = List.of(
            Map.of("name", "givenName", "inputType", "TEXT", "required", true),
            Map.of("name", "surname", "inputType", "TEXT", "required", true));

    private final Realm realm;

    private TenantRealm(Realm realm) {
        this.realm = realm;
    }

    /** @param smtpPort where its mail goes */
    public static TenantRealm create(AdminApi admin, String name, int customers, int smtpPort) {
        TenantRealm realm = notYet(admin, name, customers, smtpPort);
        realm.become();
        realm.turnHashingDown();
        return realm;
    }

    /** Creates the realm and leaves it at that. */
    public static TenantRealm notYet(AdminApi admin, String name, int customers, int smtpPort) {
        return new TenantRealm(Realm.create(
                admin,
                name,
                customers,
                Map.of(
                        "smtpServer",
                        Map.of(
                                "host",
                                "127.0.0.1",
                                "port",
                                String.valueOf(smtpPort),
                                "from",
                                "no-reply@example.com"))));
    }

    /** Returns the same in the hands of an administrator who has this realm alone. */
    public TenantRealm byItsOwnAdministrator() {
        return new TenantRealm(realm.byItsOwnAdministrator());
    }

    /** Turns the realm into a tenant. */
    public void become() {
        realm.admin().put(realm.path("/external-tenant"), Map.of()).expect(201);
    }

    /** Becoming a tenant set another policy. */
    public void turnHashingDown() {
        realm.change(Map.of("passwordPolicy", Realm.PASSWORD_POLICY));
    }

    /** Does it while hashing is turned down, and leaves the policy as it was. */
    public void withHashingDown(Runnable work) {
        String policy = realm.settings().path("passwordPolicy").asText();
        turnHashingDown();
        work.run();
        realm.change(Map.of("passwordPolicy", policy));
    }

    public void delete() {
        realm.admin().delete(realm.path("")).expect(204);
    }

    /** Returns an app whose customers sign up and sign in with a password. */
    public App app() {
        return appOf("app", Map.of());
    }

    /** Returns an app whose customers prove their mailbox as well. */
    public App codeApp() {
        return appOf("code-app", Map.of("mfa", "REQUIRED"));
    }

    /** Returns an app whose customers sign up and sign in with a code. */
    public App appByCode() {
        return appOf("by-code", Map.of("signUp", Map.of("methods", List.of("EMAIL_OTP"))));
    }

    /** Adds an identity provider that nobody is sent to. */
    public void provider(String alias) {
        realm.admin()
                .post(
                        realm.path("/identity-provider/instances"),
                        Map.of(
                                "alias",
                                alias,
                                "providerId",
                                "oidc",
                                "config",
                                Map.of(
                                        "clientId",
                                        "bench",
                                        "authorizationUrl",
                                        "http://127.0.0.1:1/authorize",
                                        "tokenUrl",
                                        "http://127.0.0.1:1/token")))
                .expect(201);
    }

    /** Adds accounts as a realm file has them. */
    public void add(List<Map<String, Object>> users) {
        realm.admin()
                .post(realm.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "users", users))
                .expect(200);
    }

    /** Returns an app whose tokens take claims from that API, if it answers. */
    public App claimsApp(String name, String url) {
        String extension = realm.admin()
                .post(
                        realm.path("/external-tenant/custom-extensions"),
                        Map.of(
                                "name",
                                name,
                                "targetUrl",
                                url,
                                "behaviorOnError",
                                "CONTINUE",
                                "maximumRetries",
                                0,
                                "claims",
                                List.of(Map.of("claimIdInApiResponse", "loyaltyTier", "claim", "loyalty_tier"))))
                .createdId();
        return appOf(name, Map.of("extensions", Map.of("onTokenIssuanceStart", extension)));
    }

    public App service() {
        return realm.service("service", SECRET);
    }

    JsonNode settings() {
        return realm.settings();
    }

    private App appOf(String name, Map<String, Object> flow) {
        App app = realm.app(name, Map.of());
        Map<String, Object> json = new HashMap<>(flow);
        json.put("name", name);
        json.put("attributes", NAMES);
        String flowId = realm.admin()
                .post(realm.path("/external-tenant/user-flows"), json)
                .createdId();
        realm.admin()
                .put(realm.path("/external-tenant/user-flows/" + flowId + "/applications/" + name), null)
                .expect(204);
        return app;
    }
}
