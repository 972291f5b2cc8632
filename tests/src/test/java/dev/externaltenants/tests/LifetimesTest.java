package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** How long tokens and sessions of a new tenant last, and that Keycloak's settings say so. */
@Tag("any-database")
final class LifetimesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("lifetimes", MAIL);

    private RelyingParty shop;
    private Journey journey;

    @BeforeEach
    void customer() {
        tenant.create();
        shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
    }

    @AfterEach
    void deleteTenant() {
        tenant.delete();
    }

    @Test
    void accessAndIdTokensLastFiveMinutes() {
        SignIn signIn = shop.signIn();
        SignIn.Tokens tokens =
                signIn.redeem(journey.browser().open(signIn.uri()).returned());

        assertThat(Duration.between(
                        tokens.access().getIssueTime().toInstant(),
                        tokens.access().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(Duration.between(
                        tokens.id().getIssueTime().toInstant(),
                        tokens.id().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theRealmSaysHowLongAccessTokensLast() {
        tenant.admin()
                .put("/" + tenant.realm(), Map.of("accessTokenLifespan", 75 * 60))
                .expect(204);

        assertThat(tokens().path("expires_in").asLong())
                .isEqualTo(Duration.ofMinutes(75).toSeconds());
    }

    @Test
    void aSessionInUseEndsAfterTenHours() {
        for (int minutes = 110; minutes < 600; minutes += 110) {
            TestSupport.of(tenant.server()).at(Duration.ofMinutes(minutes), () -> assertThat(
                            journey.browser().open(shop.signIn().uri()).leftFor())
                    .isNotNull());
        }

        TestSupport.of(tenant.server()).at(Duration.ofMinutes(601), () -> journey.browser()
                .open(shop.signIn().uri())
                .asking("username"));
    }

    private JsonNode tokens() {
        SignIn signIn = shop.signIn();
        URI returned = journey.browser().open(signIn.uri()).returned();
        return signIn.redeemUnchecked(returned).expect(200).json();
    }
}
