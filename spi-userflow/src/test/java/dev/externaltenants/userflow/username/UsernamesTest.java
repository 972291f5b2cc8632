package dev.externaltenants.userflow.username;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

import static org.assertj.core.api.Assertions.assertThat;

class UsernamesTest {

    private final List<String> lookUps = new ArrayList<>();

    @Test
    void aKnownNameIsLookedUpAsAnUnknownOne() {
        assertThat(usernames("anna").find("anna")).isPresent();
        List<String> ofKnown = List.copyOf(lookUps);
        lookUps.clear();

        assertThat(usernames("anna").find("kim")).isEmpty();

        assertThat(ofKnown)
                .isEqualTo(lookUps)
                .containsExactly("searchForUserByUserAttributeStream", "getUserByUsername");
    }

    @Test
    void thePolicyIsParsedOncePerCachedComponent() {
        RealmModel realm = realm();

        assertThat(UsernamePolicy.of(realm)).isSameAs(UsernamePolicy.of(realm));
    }

    private Usernames usernames(String known) {
        UserModel holder = fake(UserModel.class, Map.of("getFirstAttribute", attribute -> known));
        UserProvider users = fake(
                UserProvider.class,
                Map.of(
                        "searchForUserByUserAttributeStream",
                        query -> {
                            lookUps.add("searchForUserByUserAttributeStream");
                            return known.equals(query[2]) ? Stream.of(holder) : Stream.empty();
                        },
                        "getUserByUsername",
                        query -> {
                            lookUps.add("getUserByUsername");
                            return null;
                        }));
        return new Usernames(fake(KeycloakSession.class, Map.of("users", none -> users)), realm());
    }

    private static RealmModel realm() {
        ComponentModel tenant = new ComponentModel();
        tenant.setConfig(new MultivaluedHashMap<>());
        tenant.getConfig().putSingle(UsernamePolicy.ENABLED, "true");
        return fake(
                RealmModel.class,
                Map.of("getId", none -> "contoso", "getComponentsStream", query -> Stream.of(tenant)));
    }

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answers.get(method.getName())
                        .apply(arguments)));
    }
}
