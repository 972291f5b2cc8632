package dev.externaltenants.claimsextension.listener;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.userflow.AuthenticationEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerChoiceTest {

    private static final Conditions NOTHING = new Conditions(null, null, null);

    @Test
    void asksOneOfAllApps() {
        assertThat(chosen(Listeners.named("all"))).contains("all");
    }

    @Test
    void asksOneThatNamesTheApp() {
        assertThat(chosen(Listeners.named("one", Listeners.apps("store", "shop"), 500)))
                .contains("one");
    }

    @Test
    void asksOneThatNamesTheUserFlow() {
        assertThat(chosen(Listeners.named("one", Listeners.userFlows("customers"), 500)))
                .contains("one");
    }

    @Test
    void asksNoneOfAnotherAppOrUserFlow() {
        assertThat(chosen(
                        Listeners.named("app", Listeners.apps("store"), 500),
                        Listeners.named("flow", Listeners.userFlows("partners"), 500),
                        Listeners.named("nothing", NOTHING, 500)))
                .isEmpty();
    }

    @Test
    void asksNoneOfAnotherEvent() {
        assertThat(chosen(Listeners.at(AuthenticationEvent.PASSWORD_SUBMIT, "one")))
                .isEmpty();
    }

    @Test
    void asksNoneByItsUserFlowWhereTheAppHasNone() {
        Optional<ChosenListener> chosen = new ListenerChoice(
                        "shop", Optional.empty(), Optional.empty(), AuthenticationEvent.OTP_SEND)
                .among(Stream.of(
                        Listeners.named("flow", Listeners.userFlows("customers"), 900), Listeners.named("all")));

        assertThat(chosen.map(found -> found.listener().name())).contains("all");
    }

    @Test
    void asksTheOneOfTheHighestPriority() {
        assertThat(chosen(
                        Listeners.named("low", Listeners.apps("shop"), 0),
                        Listeners.named("high", Listeners.ALL, 1000),
                        Listeners.named("usual", Listeners.userFlows("customers"), null)))
                .contains("high");
    }

    @Test
    void asksTheMoreSpecificOneOfEqualPriority() {
        AuthenticationEventListener all = Listeners.named("a", Listeners.ALL, 500);
        AuthenticationEventListener flow = Listeners.named("b", Listeners.userFlows("customers"), 500);
        AuthenticationEventListener app = Listeners.named("c", Listeners.apps("shop"), 500);

        assertThat(chosen(all, flow, app)).contains("c");
        assertThat(chosen(flow, all)).contains("b");
    }

    @Test
    void asksTheFirstByNameOfThoseThatAreEqual() {
        assertThat(chosen(Listeners.named("b"), Listeners.named("a"), Listeners.named("c")))
                .contains("a");
    }

    private static Optional<String> chosen(AuthenticationEventListener... listeners) {
        return new ListenerChoice("shop", Optional.of("customers"), Optional.empty(), AuthenticationEvent.OTP_SEND)
                .among(Stream.of(listeners))
                .map(chosen -> chosen.listener().name());
    }

    @Test
    void aListenerOfTheClientHasASayForTheIdToken() {
        assertThat(audiencesWithAnApi(Listeners.named("shop", Listeners.apps("shop"), 500)))
                .containsExactly(TokenAudience.CLIENT);
    }

    @Test
    void aListenerOfTheApiHasASayForTheAccessToken() {
        assertThat(audiencesWithAnApi(Listeners.named("orders", Listeners.apps("orders"), 500)))
                .containsExactly(TokenAudience.RESOURCE);
    }

    @Test
    void aListenerOfBothOrOfAllAppsHasASayForBothTokens() {
        assertThat(audiencesWithAnApi(Listeners.named("both", Listeners.apps("shop", "orders"), 500)))
                .containsExactlyElementsOf(TokenAudience.both());
        assertThat(audiencesWithAnApi(Listeners.named("all", Listeners.ALL, 500)))
                .containsExactlyElementsOf(TokenAudience.both());
        assertThat(audiencesWithAnApi(Listeners.named("flow", Listeners.userFlows("customers"), 500)))
                .containsExactlyElementsOf(TokenAudience.both());
    }

    @Test
    void twoListenersOfTheSameExtensionAreOneCallForBothTokens() {
        assertThat(audiencesWithAnApi(
                        Listeners.named("shop", Listeners.apps("shop"), 500),
                        Listeners.named("orders", Listeners.apps("orders"), 400)))
                .containsExactlyElementsOf(TokenAudience.both());
    }

    private static Set<TokenAudience> audiencesWithAnApi(AuthenticationEventListener... listeners) {
        return new ListenerChoice("shop", Optional.of("customers"), Optional.of("orders"), AuthenticationEvent.OTP_SEND)
                .among(Stream.of(listeners))
                .orElseThrow()
                .audiences();
    }
}
