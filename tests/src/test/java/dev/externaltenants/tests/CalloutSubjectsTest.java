package dev.externaltenants.tests;

import java.net.URI;
import java.util.stream.IntStream;

import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.Answer.ToEvent;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** One customer for whom an API fails does not have it left alone for the others. */
@Tag("any-database")
final class CalloutSubjectsTest {

    /** Twice as many as five, after which an API is left alone. */
    private static final int FAILURES = 10;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("subjects", MAIL);

    @Test
    void othersAreServedWhileTheApiFailsForOneAgainAndAgain() {
        try (ClaimsApi api = TENANT.claimsApi()) {
            String extension = TENANT.extension("loyalty", api, "FAIL", "loyaltyTier");
            RelyingParty shop =
                    TENANT.app("shop", TENANT.userFlow(FlowSpec.named("shop").claimsFrom(extension)));
            Customer mallory = new Customer(Journey.at(shop, MAIL));
            Customer anna = new Customer(Journey.at(shop, MAIL));
            int before = api.calls().size();

            api.answerWith(Other.status(500));
            IntStream.range(0, FAILURES).forEach(i -> mallory.renew(400));
            api.answerWith(new ToEvent());

            anna.renew(200);
            assertThat(api.calls()).hasSize(before + FAILURES + 1);
        }
    }

    private static final class Customer {

        private final Journey journey;
        private final String refreshToken;

        Customer(Journey journey) {
            this.journey = journey;
            String email = Customers.anyone();
            TENANT.existingCustomer(email, Journey.PASSWORD);
            URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();
            this.refreshToken = journey.signIn().redeem(returned).refreshToken();
        }

        void renew(int status) {
            journey.signIn().refresh(refreshToken).expect(status);
        }
    }
}
