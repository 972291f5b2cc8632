package dev.externaltenants.tenant.apps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.TenantException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AppRolesTest {

    private final Map<String, RoleModel> stored = new TreeMap<>();
    private final Map<String, ProtocolMapperModel> mappers = new LinkedHashMap<>();
    private final ClientModel app = Fake.of(ClientModel.class)
            .on("getId", arguments -> "the app")
            .on("getRole", arguments -> stored.get(arguments[0]))
            .on("getRolesStream", arguments -> stored.values().stream())
            .on("addRole", arguments -> stored.computeIfAbsent((String) arguments[0], name -> role(name, "the app")))
            .on("removeRole", arguments -> stored.values().remove(arguments[0]))
            .on("getProtocolMappersStream", arguments -> List.copyOf(mappers.values()).stream())
            .on("addProtocolMapper", arguments -> {
                ProtocolMapperModel model = (ProtocolMapperModel) arguments[0];
                return mappers.put(model.getName(), model);
            })
            .get();
    private final AppRoles roles = new AppRoles(app);

    @Test
    void readsWhatWasCreated() {
        AppRole buyer = new AppRole("buyer", "Buyer", "May buy", false);

        assertThat(roles.create(buyer)).isEqualTo(buyer);
        assertThat(roles.read("buyer")).isEqualTo(buyer);
        assertThat(roles.list()).containsExactly(buyer);
    }

    @Test
    void theFirstRoleBringsTheClaim() {
        roles.create(new AppRole("buyer", null, null, null));
        roles.create(new AppRole("seller", null, null, null));

        assertThat(mappers).containsOnlyKeys("xt-app-roles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a/b", "-a", "é"})
    void refusesAValueThatIsNone(String value) {
        assertRefused(() -> roles.create(new AppRole(value, null, null, null)), "xt_application_role_value_invalid");
    }

    @Test
    void refusesAValueThatIsTaken() {
        roles.create(new AppRole("buyer", null, null, null));

        assertRefused(() -> roles.create(new AppRole("buyer", null, null, null)), "xt_application_role_taken");
    }

    @Test
    void theValueNeverChanges() {
        roles.create(new AppRole("buyer", null, null, null));

        assertRefused(
                () -> roles.replace("buyer", new AppRole("seller", null, null, null)),
                "xt_application_role_value_immutable");
    }

    @Test
    void aRoleIsDisabledBeforeItIsDeleted() {
        roles.create(new AppRole("buyer", null, null, null));

        assertRefused(() -> roles.delete("buyer"), "xt_application_role_enabled");
        roles.replace("buyer", new AppRole(null, null, null, false));
        roles.delete("buyer");

        assertThat(stored).isEmpty();
    }

    @Test
    void theClaimHasTheAppsOwnEnabledRoles() {
        roles.create(new AppRole("buyer", null, null, null));
        roles.create(new AppRole("retired", null, null, false));
        ClientSessionContext signIn = Fake.of(ClientSessionContext.class)
                .on("getClientSession", arguments -> Fake.of(AuthenticatedClientSessionModel.class)
                        .on("getClient", none -> app)
                        .get())
                .on(
                        "getRolesStream",
                        arguments ->
                                Stream.concat(stored.values().stream(), Stream.of(role("elsewhere", "another app"))))
                .get();

        assertThat(new AppRolesMapper().values(null, signIn)).containsExactly("buyer");
    }

    private static RoleModel role(String name, String container) {
        Map<String, String> attributes = new HashMap<>();
        return Fake.of(RoleModel.class)
                .on("getName", arguments -> name)
                .on("isClientRole", arguments -> true)
                .on("getContainerId", arguments -> container)
                .on("getDescription", arguments -> attributes.get("description"))
                .on("setDescription", arguments -> attributes.put("description", (String) arguments[0]))
                .on("getFirstAttribute", arguments -> attributes.get(arguments[0]))
                .on("setSingleAttribute", arguments -> attributes.put((String) arguments[0], (String) arguments[1]))
                .get();
    }

    private static void assertRefused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(TenantException.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
