package dev.externaltenants.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.servers.AdminApi;

/** An account of the administration realm with few rights. */
record MasterOperator(AdminApi admin, String id, String name, AdminApi api) {

    static MasterOperator create(AdminApi admin, String... realmRoles) {
        String name = Customers.anyone();
        String id = admin.post(
                        "/master/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name,
                                "firstName",
                                "Kim",
                                "lastName",
                                "Akers",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))))
                .createdId();
        List<JsonNode> roles = Arrays.stream(realmRoles)
                .map(role -> admin.get("/master/roles/" + role).expect(200).json())
                .toList();
        admin.post("/master/users/" + id + "/role-mappings/realm", roles).expect(204);
        return new MasterOperator(admin, id, name, admin.signedIn("master", name, Journey.PASSWORD));
    }

    /** Returns the REST with a token that has the rights of now. */
    AdminApi signedInAgain() {
        return admin.signedIn("master", name, Journey.PASSWORD);
    }

    void delete() {
        admin.delete("/master/users/" + id).expect(204);
    }
}
