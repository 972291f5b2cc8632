package dev.externaltenants.userflow.signin;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

import static org.assertj.core.api.Assertions.assertThat;

class RaisedLevelTest {

    private final Map<String, String> clientNotes = new HashMap<>();
    private final AuthenticationSessionModel signIn = (AuthenticationSessionModel) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AuthenticationSessionModel.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getClientNote" -> clientNotes.get(arguments[0]);
                case "setClientNote" -> clientNotes.put((String) arguments[0], (String) arguments[1]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void isTheTenantsToLowerWhereTheAppAskedForNothing() {
        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);

        assertThat(RaisedLevel.isRaised(signIn)).isTrue();
        assertThat(AssuranceLevel.requested(signIn)).isEqualTo(AssuranceLevel.TWO_FACTORS);

        RaisedLevel.lower(signIn);
        assertThat(AssuranceLevel.requested(signIn)).isEqualTo(AssuranceLevel.ONE_FACTOR);
    }

    @Test
    void isNotTheTenantsToLowerWhereTheAppAskedForIt() {
        askedByApp("2");

        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);

        assertThat(RaisedLevel.isRaised(signIn)).isFalse();
    }

    @Test
    void staysTheTenantsWhenTheSignInBeginsAgain() {
        askedByApp("1");
        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);
        RaisedLevel.lower(signIn);

        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);

        assertThat(RaisedLevel.isRaised(signIn)).isTrue();
        assertThat(AssuranceLevel.requested(signIn)).isEqualTo(AssuranceLevel.TWO_FACTORS);
    }

    @Test
    void neverTakesTheTenantsOwnLevelForTheApps() {
        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);
        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);

        assertThat(RaisedLevel.isRaised(signIn)).isTrue();
    }

    @Test
    void neverLowersWhatNobodyRaised() {
        assertThat(RaisedLevel.isRaised(signIn)).isFalse();
    }

    @Test
    void leavesAHigherLevelOfTheAppAsItIs() {
        askedByApp("3");

        RaisedLevel.raise(signIn, AssuranceLevel.TWO_FACTORS);

        assertThat(AssuranceLevel.requested(signIn)).isEqualTo(3);
        assertThat(RaisedLevel.isRaised(signIn)).isFalse();
    }

    private void askedByApp(String level) {
        clientNotes.put(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, level);
    }
}
