package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;

/** A tenant that is made again what the second version of the set-up left, which knew no identity providers and no tasks. */
final class OlderTenant {

    private static final String COMPONENT = "dev.externaltenants.tenant.TenantProvider";
    private static final String POST_LOGIN = "xt post broker login";

    private final Tenant tenant;

    OlderTenant(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Takes away what the third version added. */
    void make() {
        questions().forEach(question -> tenant.admin()
                .delete(realm("/authentication/required-actions/" + question))
                .expect(204));
        removeStep("xt browser", "xt-sign-in-code");
        removeStep("xt browser", "xt-trusted-device");
        deny("xt first broker login");
        deny("xt reset credentials");
        removeFlow(POST_LOGIN);
        TestSupport support = TestSupport.of(tenant.server());
        roles().forEach(role -> support.removeAdministratorRole(tenant.realm(), role));
        mappers().values().forEach(mapper -> tenant.admin().delete(mapper).expect(204));
        beOfVersion("2");
    }

    /** As the version before trusted devices left it. */
    void beWithoutTrustedDevices() {
        removeStep("xt browser", "xt-trusted-device");
        removeStep(POST_LOGIN, "xt-trusted-device");
        beOfVersion("4");
    }

    void beOfVersion(String schema) {
        TestSupport.of(tenant.server()).writeIntoComponent(tenant.realm(), COMPONENT, "schemaVersion", schema);
    }

    /** Returns what the set-up makes: the steps of our flows, the roles of the tasks, the mappers of sign-in names. */
    Map<String, List<String>> setUp() {
        Map<String, List<String>> setUp = new TreeMap<>();
        for (JsonNode flow : admin("/authentication/flows")) {
            String alias = flow.path("alias").asText();
            if (alias.startsWith("xt ")) {
                setUp.put(alias, steps(alias));
            }
        }
        setUp.put("questions", questions());
        setUp.put("roles", roles());
        setUp.put("mappers", List.copyOf(mappers().keySet()));
        return setUp;
    }

    /** Empties a flow but for a step that denies. */
    void deny(String flow) {
        for (JsonNode step : admin(executions(flow))) {
            if (step.path("level").asInt() == 0) {
                remove(step);
            }
        }
        tenant.admin()
                .post(realm(executions(flow) + "/execution"), Map.of("provider", "deny-access-authenticator"))
                .expect(201);
        ObjectNode denial = (ObjectNode) admin(executions(flow)).path(0);
        tenant.admin()
                .put(
                        realm(executions(flow)),
                        denial.put("requirement", "REQUIRED").toString())
                .expect(204);
    }

    /** Has the browser flow ask for nothing else as second proof, by steps that an operator can add and remove. */
    void askForTheCodeByMailOnly() {
        String second = "xt browser second factor";
        removeStep("xt browser", "xt-second-factor-gate");
        removeStep("xt browser", "xt-email-code");
        removeFlow("xt browser second proof");
        tenant.admin()
                .post(realm(executions(second) + "/execution"), Map.of("provider", "xt-email-code"))
                .expect(201);
        for (JsonNode step : admin(executions(second))) {
            if (step.path("providerId").asText().equals("xt-email-code")) {
                tenant.admin()
                        .put(
                                realm(executions(second)),
                                ((ObjectNode) step)
                                        .put("requirement", "REQUIRED")
                                        .toString())
                        .expect(204);
            }
        }
    }

    private void removeStep(String flow, String provider) {
        for (JsonNode step : admin(executions(flow))) {
            if (step.path("providerId").asText().equals(provider)) {
                remove(step);
            }
        }
    }

    private void remove(JsonNode step) {
        tenant.admin()
                .delete(realm("/authentication/executions/" + step.path("id").asText()))
                .expect(204);
    }

    private void removeFlow(String alias) {
        for (JsonNode flow : admin("/authentication/flows")) {
            if (flow.path("alias").asText().equals(alias)) {
                tenant.admin()
                        .delete(realm("/authentication/flows/" + flow.path("id").asText()))
                        .expect(204);
            }
        }
    }

    private List<String> steps(String flow) {
        List<String> steps = new ArrayList<>();
        admin(executions(flow))
                .forEach(step -> steps.add(step.path("level").asInt() + " "
                        + step.path("displayName").asText() + " "
                        + step.path("requirement").asText()));
        return steps;
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (JsonNode action : admin("/authentication/required-actions")) {
            if (action.path("alias").asText().startsWith("xt-")) {
                questions.add(action.path("alias").asText());
            }
        }
        return questions;
    }

    private List<String> roles() {
        List<String> roles = new ArrayList<>();
        for (JsonNode role : tenant.admin()
                .get(client("realm-management") + "/roles")
                .expect(200)
                .json()) {
            if (role.path("name").asText().startsWith("xt-")) {
                roles.add(role.path("name").asText());
            }
        }
        return roles.stream().sorted().toList();
    }

    private String client(String clientId) {
        return realm(
                "/clients/" + admin("/clients?clientId=" + clientId).at("/0/id").asText());
    }

    /** Returns where each mapper of sign-in names is. */
    private Map<String, String> mappers() {
        Map<String, String> mappers = new TreeMap<>();
        for (JsonNode scope : admin("/client-scopes")) {
            for (JsonNode mapper : scope.path("protocolMappers")) {
                if (mapper.path("name").asText().equals("name typed at sign-in")) {
                    mappers.put(
                            mapper.path("name").asText(),
                            realm("/client-scopes/" + scope.path("id").asText() + "/protocol-mappers/models/"
                                    + mapper.path("id").asText()));
                }
            }
        }
        return mappers;
    }

    private JsonNode admin(String path) {
        return tenant.admin().get(realm(path)).expect(200).json();
    }

    private String realm(String below) {
        return "/" + tenant.realm() + below;
    }

    private static String executions(String flow) {
        return "/authentication/flows/" + flow.replace(" ", "%20") + "/executions";
    }
}
