package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant's passwords are as Entra wants them, at every door that sets one. */
@Tag("any-database")
final class PasswordRulesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("passwords", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void appAndOwnList() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        TENANT.admin()
                .put(TENANT.path(""), Map.of("bannedPasswords", List.of("Fabrikam")))
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    correct horse battery | at least 3 of these kinds
                    Correct-hörse-9       | no accented letters
                    P@ssw0rd!1            | too easy to guess
                    F4brik@m-12           | too easy to guess
                    """)
    void signUpSaysWhatIsWrongWithAPassword(String password, String reason) {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.browser()
                .submit(journey.attributesPage(email), Map.of("password", password, "password-confirm", password));

        assertThat(refused.asking("password-confirm").errorOf("password")).contains(reason);
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void aPasswordOfThreeClassesThatNobodyGuessesIsTaken() {
        Journey journey = Journey.at(shop, MAIL);

        FormPage done = journey.browser()
                .submit(
                        journey.attributesPage(Customers.anyone()),
                        Map.of("password", "xk7 Gate moon", "password-confirm", "xk7 Gate moon"));

        assertThat(done.returned()).isNotNull();
    }

    @Test
    void anAdministratorSetsNoBannedPasswordEither() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String path = "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText() + "/reset-password";

        Answer refused = TENANT.admin().put(path, Map.of("type", "password", "value", "Fabrikam-12"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        TENANT.admin()
                .put(path, Map.of("type", "password", "value", "xk7 Gate moon"))
                .expect(204);
    }
}
