package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.username.Username;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

import static org.assertj.core.api.Assertions.assertThat;

class WantedUsernameTest {

    private final Set<String> store = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Object> ends = new ArrayList<>();
    private final RealmModel realm =
            Fake.of(RealmModel.class).on("getId", none -> "contoso").get();

    @Test
    void oneSignUpReservesAFreeName() {
        assertThat(codeOf(wanted("anna").reserve(address("a@example.com")))).isEmpty();
        assertThat(codeOf(wanted("anna").reserve(address("b@example.com")))).isEqualTo("xt_username_taken");
    }

    @Test
    void theNameIsGivenBackWhenTheRequestIsOver() {
        wanted("anna").reserve(address("a@example.com"));

        assertThat(ends).singleElement().isInstanceOf(KeycloakTransaction.class);
    }

    @Test
    void aTakenNameIsRefused() {
        taken.add("anna");

        assertThat(codeOf(wanted("anna").reserve(address("a@example.com")))).isEqualTo("xt_username_taken");
    }

    @Test
    void anAddressTriesTenNamesAndOthersGoOn() {
        taken.add("anna");
        for (int i = 0; i < 10; i++) {
            assertThat(codeOf(wanted("anna").reserve(address("a@example.com")))).isEqualTo("xt_username_taken");
        }

        assertThat(codeOf(wanted("kim").reserve(address("a@example.com")))).isEqualTo("xt_username_too_many_tries");
        assertThat(codeOf(wanted("kim").reserve(address("b@example.com")))).isEmpty();
    }

    @Test
    void theStoreHoldsNeitherNamesNorAddresses() {
        wanted("anna").reserve(address("a@example.com"));

        assertThat(store).isNotEmpty().noneMatch(key -> key.contains("anna") || key.contains("@"));
    }

    private WantedUsername wanted(String name) {
        SingleUseObjectProvider singleUse = Fake.of(SingleUseObjectProvider.class)
                .on("putIfAbsent", key -> store.add((String) key[0]))
                .get();
        UserProvider users = Fake.of(UserProvider.class)
                .on(
                        "searchForUserByUserAttributeStream",
                        query -> taken.contains((String) query[2])
                                ? Stream.of(Fake.of(UserModel.class).get())
                                : Stream.empty())
                .on("getUserByUsername", query -> null)
                .get();
        KeycloakTransactionManager transaction = Fake.of(KeycloakTransactionManager.class)
                .on("enlistAfterCompletion", end -> {
                    ends.add(end[0]);
                    return null;
                })
                .get();
        KeycloakSession session = Fake.of(KeycloakSession.class)
                .on("singleUseObjects", none -> singleUse)
                .on("users", none -> users)
                .on("getTransactionManager", none -> transaction)
                .on("getKeycloakSessionFactory", none -> Fake.of(KeycloakSessionFactory.class)
                        .get())
                .get();
        return new WantedUsername(session, realm, new Username(name));
    }

    private static ProvenAddress address(String email) {
        return ProvenAddress.of(Fake.of(AuthenticationSessionModel.class)
                        .on("getAuthNote", arguments -> "xt.signUp.provenEmail".equals(arguments[0]) ? email : null)
                        .get())
                .orElseThrow();
    }

    private static String codeOf(Optional<FieldError> refused) {
        return refused.map(FieldError::code).orElse("");
    }
}
