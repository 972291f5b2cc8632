package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Hang;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The claims API at the moment of token issuance: asked once, and what happens when it does not answer. */
@Tag("any-database")
final class ClaimsFailureTest {

    /** The extension waits 1 s and does not retry; the rest is room for a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;

    @BeforeEach
    void tenantWithClaimsApi() {
        // One for each test, since a broken API may be left alone for a while after it failed.
        tenant = Tenant.named("claims", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        answerWithTier("gold");
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void asksTheApiOnceForEachTokenResponse() throws Exception {
        RelyingParty app = appWhoseExtensionOnErrorSays("FAIL");
        Journey journey = Journey.at(app, MAIL);
        URI returned = signIn(journey);
        assertThat(api.calls()).isEmpty();

        SignIn.Tokens tokens = journey.signIn().redeem(returned);

        assertThat(api.calls()).hasSize(1);
        assertThat(tokens.id().getStringClaim("loyaltyTier")).isEqualTo("gold");
        assertThat(tokens.access().getStringClaim("loyaltyTier")).isEqualTo("gold");
        journey.signIn().refresh(tokens.refreshToken()).expect(200);
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void tellsTheApiWhoSignsInWhere() {
        Journey journey = Journey.at(appWhoseExtensionOnErrorSays("FAIL"), MAIL);
        journey.signIn().redeem(signIn(journey));

        assertThat(api.calls().get(0).path("type").asText())
                .isEqualTo("microsoft.graph.authenticationEvent.tokenIssuanceStart");
        assertThat(api.calls()
                        .get(0)
                        .at("/data/authenticationContext/user/mail")
                        .asText())
                .isEqualTo(email);
    }

    @Test
    void failClosedAnswersAnOAuthErrorWhenTheApiAnswersAnError() {
        Journey journey = Journey.at(appWhoseExtensionOnErrorSays("FAIL"), MAIL);
        URI returned = signIn(journey);
        api.answerWith(Other.status(500));

        assertOAuthError(journey.signIn().redeemUnchecked(returned));
    }

    @Test
    void failClosedAnswersAnOAuthErrorWithinTheDeadlineWhenTheApiHangs() {
        Journey journey = Journey.at(appWhoseExtensionOnErrorSays("FAIL"), MAIL);
        URI returned = signIn(journey);
        hang();

        long start = System.nanoTime();
        Answer answer = journey.signIn().redeemUnchecked(returned);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
        assertOAuthError(answer);
    }

    @Test
    void failClosedAnswersAnOAuthErrorWhenNobodyListens() {
        Journey journey = Journey.at(appWhoseExtensionOnErrorSays("FAIL"), MAIL);
        URI returned = signIn(journey);
        api.close();

        assertOAuthError(journey.signIn().redeemUnchecked(returned));
    }

    @Test
    void failOpenIssuesTheTokenWithoutTheClaimWhenTheApiHangs() {
        Journey journey = Journey.at(appWhoseExtensionOnErrorSays("CONTINUE"), MAIL);
        URI returned = signIn(journey);
        hang();

        long start = System.nanoTime();
        SignIn.Tokens tokens = journey.signIn().redeem(returned);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
        assertThat(tokens.access().getClaims()).doesNotContainKey("loyaltyTier");
        assertThat(tokens.id().getClaims()).doesNotContainKey("loyaltyTier");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void anAnswerCannotSetTheServersOwnClaimsNorOnesThatAreNotMapped() throws Exception {
        api.answerWith(new Claims(Map.of("loyaltyTier", "gold", "sub", "somebody-else", "isAdmin", "yes")));
        Journey journey = Journey.at(appWhoseExtensionOnErrorSays("FAIL"), MAIL);

        SignIn.Tokens tokens = journey.signIn().redeem(signIn(journey));

        assertThat(tokens.id().getSubject())
                .isEqualTo(tenant.customer(email).path("id").asText());
        assertThat(tokens.id().getClaims()).doesNotContainKey("isAdmin");
        assertThat(tokens.id().getStringClaim("loyaltyTier")).isEqualTo("gold");
    }

    private RelyingParty appWhoseExtensionOnErrorSays(String behaviour) {
        String extension = tenant.extension("loyalty", api, behaviour, "loyaltyTier");
        return tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").claimsFrom(extension)));
    }

    private URI signIn(Journey journey) {
        FormPage after = journey.passwordGiven(email, Journey.PASSWORD);
        return after.returned();
    }

    private void answerWithTier(String tier) {
        api.answerWith(new Claims(Map.of("loyaltyTier", tier)));
    }

    private void hang() {
        api.answerWith(new Hang(Duration.ofSeconds(20)));
    }

    private static void assertOAuthError(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("server_error");
        assertThat(answer.json().has("access_token")).isFalse();
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
    }
}
