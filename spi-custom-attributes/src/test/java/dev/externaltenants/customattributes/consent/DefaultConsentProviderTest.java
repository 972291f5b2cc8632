package dev.externaltenants.customattributes.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import dev.externaltenants.customattributes.Field;
import dev.externaltenants.customattributes.Flows;
import dev.externaltenants.customattributes.consent.ConsentReceipt.Action;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.LocalText;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultConsentProviderTest {

    private static final ConsentContext AT_SHOP = new ConsentContext("flow-1", "shop", Locale.GERMAN, "192.0.2.77");

    private final RealmModel realm = Fake.of(RealmModel.class)
            .on("getId", arguments -> "realm-1")
            .on("getDefaultLocale", arguments -> "en")
            .get();
    private final Map<String, List<String>> attributes = new HashMap<>();
    private final UserModel customer = Fake.of(UserModel.class)
            .on("getId", arguments -> "user-1")
            .on(
                    "getFirstAttribute",
                    arguments -> values(arguments[0]).findFirst().orElse(null))
            .on("getAttributeStream", arguments -> values(arguments[0]))
            .on(
                    "setSingleAttribute",
                    arguments -> attributes.put((String) arguments[0], List.of((String) arguments[1])))
            .on("setAttribute", arguments -> attributes.put((String) arguments[0], texts(arguments[1])))
            .get();
    private final List<ConsentReceipt> stored = new ArrayList<>();
    private final ConsentProvider consents = new DefaultConsentProvider(Fake.session(Map.of(
                    JpaConnectionProvider.class,
                    Fake.of(JpaConnectionProvider.class)
                            .on("getEntityManager", arguments -> Fake.of(EntityManager.class)
                                    .on("persist", row -> stored.add(((ConsentReceiptEntity) row[0]).receipt()))
                                    .get())
                            .get()))
            .get());

    @Test
    void aTickLeavesAReceiptOfWhatWasShown() {
        answer("1", true);

        ConsentReceipt receipt = stored.get(0);
        assertThat(stored).hasSize(1);
        assertThat(receipt)
                .usingRecursiveComparison()
                .ignoringFields("id", "time")
                .isEqualTo(new ConsentReceipt(
                        null,
                        "terms",
                        "Terms of use",
                        "1",
                        "de",
                        // printf %s 'Ich stimme zu' | sha256sum
                        "d5e6e2105e3651129fde795f93116b18cf6e7ad550059a8b2f0edf58bfc83b06",
                        Action.GIVEN,
                        null,
                        "flow-1",
                        "shop",
                        "192.0.2.0/24"));
        assertThat(attributes)
                .containsEntry("terms", List.of("true"))
                .containsEntry("xt.consents", List.of("terms given 1 Terms of use"));
    }

    @Test
    void aBoxThatWasLeftIsRememberedWithoutAReceipt() {
        answer("1", false);

        assertThat(stored).isEmpty();
        assertThat(attributes)
                .containsEntry("terms", List.of("false"))
                .containsEntry("xt.consents", List.of("terms declined 1 Terms of use"));
    }

    @Test
    void whoLeavesTheBoxOfANewVersionWithdrawsTheOldOne() {
        answer("1", true);

        answer("2", false);

        assertThat(stored).hasSize(2);
        assertThat(stored.get(1).action()).isEqualTo(Action.WITHDRAWN);
        assertThat(stored.get(1).version()).isEqualTo("1");
        assertThat(attributes).containsEntry("xt.consents", List.of("terms declined 2 Terms of use"));
    }

    @Test
    void withdrawsOnceWhatWasGiven() {
        answer("1", true);

        assertThat(consents.withdraw(realm, customer, "terms", AT_SHOP)).contains(stored.get(1));
        assertThat(consents.withdraw(realm, customer, "terms", AT_SHOP)).isEmpty();

        assertThat(stored.get(1).action()).isEqualTo(Action.WITHDRAWN);
        assertThat(stored).hasSize(2);
        assertThat(attributes)
                .containsEntry("terms", List.of("false"))
                .containsEntry("xt.consents", List.of("terms declined 1 Terms of use"));
    }

    @Test
    void withdrawsNothingThatWasNeverGiven() {
        assertThat(consents.withdraw(realm, customer, "terms", AT_SHOP)).isEmpty();

        assertThat(attributes).isEmpty();
    }

    @Test
    void withdrawsWhatWasUntickedElsewhere() {
        answer("1", true);
        consents.withdrawUnticked(realm, customer, AT_SHOP);
        assertThat(stored).hasSize(1);

        attributes.put("terms", List.of("false"));
        consents.withdrawUnticked(realm, customer, AT_SHOP);

        assertThat(stored).extracting(ConsentReceipt::action).containsExactly(Action.GIVEN, Action.WITHDRAWN);
    }

    private void answer(String version, boolean ticked) {
        UserFlow flow = Flows.asking(Field.named("terms")
                .by(InputType.CHECKBOX)
                .label(LocalText.of(Map.of("en", "I agree", "de", "Ich stimme zu")))
                .consentTo("Terms of use", version)
                .input());
        consents.answer(realm, flow, customer, Map.of("terms", ticked, "unasked", true), AT_SHOP);
    }

    private Stream<String> values(Object name) {
        return attributes.getOrDefault((String) name, List.of()).stream();
    }

    private static List<String> texts(Object values) {
        return ((List<?>) values).stream().map(String.class::cast).toList();
    }
}
