package dev.externaltenants.bench.realm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.bench.load.App;
import dev.externaltenants.tests.servers.AdminApi;

/**
 * A realm as Keycloak has it, set to do what a tenant does: identity first, the same events, locks, languages and
 * hashing. Its pages are Keycloak's own.
 */
public final class VanillaRealm {

    /** What a tenant switches on is switched on here as well, so that its cost is on both sides. */
    private static final List<String> LIKE_FOR_LIKE = List.of(
            "eventsEnabled",
            "eventsExpiration",
            "enabledEventTypes",
            "bruteForceProtected",
            "permanentLockout",
            "failureFactor",
            "waitIncrementSeconds",
            "maxFailureWaitSeconds",
            "maxDeltaTimeSeconds",
            "internationalizationEnabled",
            "supportedLocales",
            "defaultLocale",
            "registrationEmailAsUsername",
            "loginWithEmailAllowed",
            "duplicateEmailsAllowed",
            "rememberMe",
            "resetPasswordAllowed",
            "verifyEmail",
            "sslRequired");

    private final Realm realm;
    private final App app;
    private final App totpApp;
    private final App service;

    private VanillaRealm(Realm realm) {
        this.realm = realm;
        realm.change(
                Map.of("browserFlow", flow("identity-first", List.of("auth-username-form", "auth-password-form"))));
        flow("identity-first-totp", List.of("auth-username-form", "auth-password-form", "auth-otp-form"));
        app = realm.app("app", Map.of());
        totpApp = realm.app(
                "totp-app",
                Map.of("authenticationFlowBindingOverrides", Map.of("browser", idOf("identity-first-totp"))));
        service = realm.service("service", TenantRealm.SECRET);
    }

    /** @param tenant whose settings it takes over */
    public static VanillaRealm create(AdminApi admin, String name, int customers, TenantRealm tenant) {
        Map<String, Object> settings = new HashMap<>();
        JsonNode model = tenant.settings();
        LIKE_FOR_LIKE.forEach(key -> settings.put(key, model.path(key)));
        settings.put("registrationAllowed", true);
        // Without a type the whole policy is ignored. The generator's customers come back within a code's life.
        settings.put("otpPolicyType", "totp");
        settings.put("otpPolicyCodeReusable", true);
        return new VanillaRealm(Realm.create(admin, name, customers, settings));
    }

    public App app() {
        return app;
    }

    /** Returns the app that asks for a code of an authenticator as well. */
    public App totpApp() {
        return totpApp;
    }

    public App service() {
        return service;
    }

    /** Builds a flow as Keycloak's console would, and returns its name. */
    private String flow(String alias, List<String> steps) {
        post("/authentication/flows", Map.of("alias", alias, "providerId", "basic-flow", "topLevel", true));
        execution(alias, "auth-cookie");
        execution(alias, "identity-provider-redirector");
        String forms = alias + "-forms";
        post(
                "/authentication/flows/" + alias + "/executions/flow",
                Map.of("alias", forms, "type", "basic-flow", "provider", "registration-page-form", "description", ""));
        steps.forEach(step -> execution(forms, step));
        String executions = realm.path("/authentication/flows/" + alias + "/executions");
        for (JsonNode execution : realm.admin().get(executions).expect(200).json()) {
            String requirement = execution.path("level").asInt() == 0 ? "ALTERNATIVE" : "REQUIRED";
            realm.admin()
                    .put(executions, Map.of("id", execution.path("id").asText(), "requirement", requirement))
                    .expect(204);
        }
        return alias;
    }

    private void execution(String flow, String provider) {
        post("/authentication/flows/" + flow + "/executions/execution", Map.of("provider", provider));
    }

    private void post(String path, Object body) {
        realm.admin().post(realm.path(path), body).expect(201);
    }

    private String idOf(String flow) {
        for (JsonNode candidate : realm.admin()
                .get(realm.path("/authentication/flows"))
                .expect(200)
                .json()) {
            if (candidate.path("alias").asText().equals(flow)) {
                return candidate.path("id").asText();
            }
        }
        throw new IllegalStateException("No flow " + flow);
    }
}
