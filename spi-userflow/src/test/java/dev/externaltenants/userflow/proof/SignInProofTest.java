package dev.externaltenants.userflow.proof;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

import static org.assertj.core.api.Assertions.assertThat;

final class SignInProofTest {

    private static final int NOON = 1_800_000_000;

    private final Map<String, String> notes = new HashMap<>();
    private Long passwordSince = millis(NOON - 60);
    private String email = "kim@example.com";
    private int notBefore;
    private int sessionStarted = NOON;
    private KeycloakSession session;
    private UserModel user;
    private AuthenticationSessionModel signIn;
    private UserSessionModel userSession;

    @BeforeEach
    void aSignInThatProvedTheAccount() {
        SubjectCredentialManager credentials = stub(
                SubjectCredentialManager.class, Map.of("getStoredCredentialsByTypeStream", arguments -> passwords()));
        user = stub(
                UserModel.class,
                Map.of(
                        "getId",
                        arguments -> "kim",
                        "getEmail",
                        arguments -> email,
                        "credentialManager",
                        arguments -> credentials));
        UserProvider users = stub(UserProvider.class, Map.of("getNotBeforeOfUser", arguments -> notBefore));
        KeycloakContext context = stub(KeycloakContext.class, Map.of());
        session = stub(KeycloakSession.class, Map.of("users", arguments -> users, "getContext", arguments -> context));
        Function<Object[], Object> set = arguments -> notes.put((String) arguments[0], (String) arguments[1]);
        signIn = stub(
                AuthenticationSessionModel.class,
                Map.of(
                        "setAuthNote",
                        set,
                        "setUserSessionNote",
                        set,
                        "getAuthNote",
                        arguments -> notes.get((String) arguments[0]),
                        "getAuthenticatedUser",
                        arguments -> user));
        userSession = stub(
                UserSessionModel.class,
                Map.of(
                        "getNote", arguments -> notes.get((String) arguments[0]),
                        "getUser", arguments -> user,
                        "getStarted", arguments -> sessionStarted));
        SignInProof.beginning(session, user).note(signIn);
    }

    @Test
    void standsWhileTheAccountStaysAsItWas() {
        assertThat(SignInProof.isEnded(session, signIn)).isFalse();
        assertThat(SignInProof.isEnded(session, userSession)).isFalse();
    }

    @Test
    void endsWithWhatAnAdministratorEnds() {
        notBefore = NOON;

        assertThat(SignInProof.isEnded(session, signIn)).isTrue();
        assertThat(SignInProof.isEnded(session, userSession)).isTrue();
    }

    @Test
    void endsWithThePasswordWhileTheSignInIsUnderWay() {
        passwordSince = millis(NOON - 1);

        assertThat(SignInProof.isEnded(session, signIn)).isTrue();
    }

    @Test
    void endsWithThePasswordInASessionThatBeganLater() {
        passwordSince = millis(NOON - 1);

        assertThat(SignInProof.isEnded(session, userSession)).isTrue();
    }

    @Test
    void standsInASessionThatWasThereWhenItsCustomerChangedThePassword() {
        passwordSince = millis(NOON + 60);

        assertThat(SignInProof.isEnded(session, userSession)).isFalse();
    }

    /** Nobody knows when it was taken away. */
    @Test
    void endsWhenThePasswordIsTakenAway() {
        passwordSince = null;

        assertThat(SignInProof.isEnded(session, userSession)).isTrue();
    }

    @Test
    void goesOnByThePasswordThatItsOwnSignInSet() {
        passwordSince = millis(NOON);

        SignInProof.renew(session, signIn);

        assertThat(SignInProof.isEnded(session, signIn)).isFalse();
        assertThat(SignInProof.isEnded(session, userSession)).isFalse();
    }

    @Test
    void endsWithTheMailboxThatOpensAnAccountWithoutAPassword() {
        passwordSince = null;
        SignInProof.beginning(session, user).note(signIn);

        email = "kim@elsewhere.example";

        assertThat(SignInProof.isEnded(session, signIn)).isTrue();
        assertThat(SignInProof.isEnded(session, userSession)).isFalse();
    }

    @Test
    void standsWhileThePasswordDoesWhateverTheMailbox() {
        email = "kim@elsewhere.example";

        assertThat(SignInProof.isEnded(session, signIn)).isFalse();
    }

    @Test
    void goesOnByTheMailboxThatItsOwnSignInProved() {
        passwordSince = null;
        SignInProof.beginning(session, user).note(signIn);
        email = "kim@elsewhere.example";

        SignInProof.renew(session, signIn);

        assertThat(SignInProof.isEnded(session, signIn)).isFalse();
    }

    /** Sessions of before there was this check. */
    @Test
    void asksNothingOfASessionWithoutANote() {
        notes.clear();
        notBefore = NOON;

        assertThat(SignInProof.isEnded(session, userSession)).isFalse();
    }

    private Stream<CredentialModel> passwords() {
        if (passwordSince == null) {
            return Stream.empty();
        }
        CredentialModel password = new CredentialModel();
        password.setCreatedDate(passwordSince);
        return Stream.of(password);
    }

    private static long millis(int seconds) {
        return seconds * 1000L;
    }

    /** Returns one that has these methods, and null of all others. */
    private static <T> T stub(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> methods.getOrDefault(
                                method.getName(), none -> null)
                        .apply(arguments)));
    }
}
