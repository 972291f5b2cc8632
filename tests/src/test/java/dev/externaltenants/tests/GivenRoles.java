package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.Tenant;

/** Ways to hold an administrator role other than to be given it. */
final class GivenRoles {

    private GivenRoles() {}

    /** The role is of a group, and the account in a group below. */
    static void byANestedGroup(Tenant tenant, String email, String roleName) {
        String groups = "/" + tenant.realm() + "/groups";
        JsonNode role = AdminDoorsTest.administratorRole(tenant, roleName);
        String group = tenant.admin()
                .post(groups, Map.of("name", "staff of " + email))
                .expect(201)
                .createdId();
        tenant.admin()
                .post(
                        groups + "/" + group + "/role-mappings/clients/"
                                + role.path("containerId").asText(),
                        List.of(role))
                .expect(204);
        String below = tenant.admin()
                .post(groups + "/" + group + "/children", Map.of("name", "team"))
                .expect(201)
                .createdId();
        tenant.admin().put(user(tenant, email) + "/groups/" + below, null).expect(204);
    }

    /** The role is part of a role of an app, and the account has that one. */
    static void byACompositeOfAnApp(Tenant tenant, String email, String roleName) {
        JsonNode role = AdminDoorsTest.administratorRole(tenant, roleName);
        String name = "lead-" + email;
        String app = tenant.admin()
                .post("/" + tenant.realm() + "/clients", Map.of("clientId", "of-" + name))
                .expect(201)
                .createdId();
        String roles = "/" + tenant.realm() + "/clients/" + app + "/roles";
        tenant.admin().post(roles, Map.of("name", name)).expect(201);
        tenant.admin().post(roles + "/" + name + "/composites", List.of(role)).expect(204);
        tenant.admin()
                .post(
                        user(tenant, email) + "/role-mappings/clients/" + app,
                        List.of(tenant.admin().get(roles + "/" + name).json()))
                .expect(204);
    }

    private static String user(Tenant tenant, String email) {
        return "/" + tenant.realm() + "/users/"
                + tenant.customer(email).path("id").asText();
    }
}
