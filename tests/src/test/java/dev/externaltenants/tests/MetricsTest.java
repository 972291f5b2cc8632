package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators can count: each thing that customers do, in the scrape of the running server. */
@Tag("any-database")
final class MetricsTest {

    /** As many failed calls in a row as make a node leave an API alone. */
    private static final int FAILURES_TO_OPEN = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String ISSUED = "xt_otp_issue_total";
    private static final String VERIFIED = "xt_otp_verify_total";
    private static final String MAILS = "xt_otp_mail_total";
    private static final String SIGN_UPS = "xt_sign_up_total";
    private static final String CALLOUTS = "xt_callout_total";
    private static final String REFUSED = "xt_token_refused_total";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private Scrape before;
    private URI returned;

    @BeforeEach
    void tenantWithClaimsApi() {
        tenant = Tenant.named("metrics", MAIL).create();
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("loyaltyTier", "gold")));
        awaitNoMail();
        before = now();
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void countASignUpWithItsCodeAndItsMail() {
        Journey.at(shop(), MAIL).signUp(email, Map.of("givenName", "Anna"));

        assertThat(grown(ISSUED, "purpose", "sign_up", "result", "sent")).isEqualTo(1);
        assertThat(grown(VERIFIED, "purpose", "sign_up", "result", "verified")).isEqualTo(1);
        assertThat(grown(SIGN_UPS, "result", "created")).isEqualTo(1);
        Waits.until("the mail is counted", PATIENCE, () -> grown(MAILS, "result", "sent") == 1);
        assertThat(grown("xt_otp_mail_seconds_count")).isEqualTo(1);
        awaitNoMail();
    }

    @Test
    void countASecondFactorWithAWrongCodeAndTheRightOne() {
        tenant.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(securedShop(), MAIL);
        FormPage page = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        String code = MAIL.codeFor(email);

        journey.typeCode(journey.typeCode(page, Codes.otherThan(code)), code).returned();

        assertThat(grown(ISSUED, "purpose", "mfa", "result", "sent")).isEqualTo(1);
        assertThat(grown(VERIFIED, "purpose", "mfa", "result", "wrong")).isEqualTo(1);
        assertThat(grown(VERIFIED, "purpose", "mfa", "result", "verified")).isEqualTo(1);
    }

    @Test
    void countAPasswordResetUnderItsPurpose() {
        tenant.existingCustomer(email, Journey.PASSWORD);

        ForgottenPassword.at(shop(), MAIL).reset(email).returned();

        assertThat(grown(ISSUED, "purpose", "password_reset", "result", "sent")).isEqualTo(1);
        assertThat(grown(VERIFIED, "purpose", "password_reset", "result", "verified"))
                .isEqualTo(1);
        Waits.until("both mails are counted", PATIENCE, () -> grown(MAILS, "result", "sent") == 2);
        awaitNoMail();
    }

    @Test
    void countACodeThatIsAskedForTooSoon() {
        Journey journey = Journey.at(shop(), MAIL);

        journey.resend(journey.codePage(email));

        assertThat(grown(ISSUED, "purpose", "sign_up", "result", "cooling_down"))
                .isEqualTo(1);
    }

    @Test
    void countAMailThatFailed() {
        MAIL.downWhile(() -> {
            Journey.at(shop(), MAIL).codePage(email);
            Waits.until("the mail is counted", PATIENCE, () -> grown(MAILS, "result", "failed") == 1);
        });
    }

    @Test
    void countASignUpThatIsRejected() {
        Journey journey = Journey.at(shop(), MAIL);

        journey.collect(journey.attributesPage(email), Map.of());

        assertThat(grown(SIGN_UPS, "result", "rejected")).isEqualTo(1);
        assertThat(grown(SIGN_UPS, "result", "created")).isZero();
    }

    @Test
    void countAndTimeACallout() {
        Journey journey = signedIn(shopWithClaims());

        journey.signIn().redeem(returned);

        assertThat(grown(CALLOUTS, "event", "tokenIssuanceStart", "result", "success"))
                .isEqualTo(1);
        assertThat(grown("xt_callout_seconds_count", "event", "tokenIssuanceStart", "outcome", "success"))
                .isEqualTo(1);
    }

    @Test
    void countFailedCalloutsByTheirNumberAndTheTokensRefusedForThem() {
        Journey journey = signedIn(shopWithClaims());
        SignIn.Tokens tokens = journey.signIn().redeem(returned);
        api.answerWith(Other.status(404));

        journey.signIn().refresh(tokens.refreshToken()).expect(400);

        assertThat(grown(CALLOUTS, "event", "tokenIssuanceStart", "result", "1003002"))
                .isEqualTo(1);
        assertThat(grown(REFUSED, "reason", "extension_failed")).isEqualTo(1);
    }

    @Test
    void tellHowManyApisAreLeftAlone() {
        Journey journey = signedIn(shopWithClaims());
        SignIn.Tokens tokens = journey.signIn().redeem(returned);
        // Those that failed in other tests are not left alone for long.
        Waits.until("no API to be left alone", PATIENCE, () -> now().value("xt_callout_circuits_open") == 0);
        before = now();
        // an API that cannot be reached: what it answered might be due to the one customer who asks
        api.close();

        IntStream.rangeClosed(0, FAILURES_TO_OPEN)
                .forEach(call -> journey.signIn().refresh(tokens.refreshToken()).expect(400));

        assertThat(grown("xt_callout_circuits_open")).isEqualTo(1);
        assertThat(grown(CALLOUTS, "event", "tokenIssuanceStart", "result", "circuit_open"))
                .isEqualTo(1);
    }

    @Test
    void countTokensRefusedToAnAppWhoseUserFlowWasDisabled() {
        FlowSpec flow = FlowSpec.named("customers").asks("givenName");
        String id = tenant.userFlow(flow);
        Journey journey = signedIn(tenant.app("shop", id));
        SignIn.Tokens tokens = journey.signIn().redeem(returned);
        tenant.admin()
                .put(tenant.path("/user-flows/" + id), flow.disabled().json())
                .expect(200);

        journey.signIn().refresh(tokens.refreshToken()).expect(400);

        assertThat(grown(REFUSED, "reason", "app_unavailable")).isEqualTo(1);
    }

    private Journey signedIn(RelyingParty app) {
        tenant.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(app, MAIL);
        returned = journey.passwordGiven(email, Journey.PASSWORD).returned();
        return journey;
    }

    private RelyingParty shop() {
        return tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").asks("givenName")));
    }

    private RelyingParty securedShop() {
        return tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").requiresMfa()));
    }

    private RelyingParty shopWithClaims() {
        String extension = tenant.extension("loyalty", api, "FAIL", "loyaltyTier");
        return tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").claimsFrom(extension)));
    }

    /** A mail is counted a moment before it is no longer pending. */
    private void awaitNoMail() {
        Waits.until("no mail to be pending", PATIENCE, () -> now().value("xt_otp_mail_pending") == 0);
    }

    private Scrape now() {
        return Scrape.of(tenant.server());
    }

    private double grown(String name, String... tags) {
        return now().value(name, tags) - before.value(name, tags);
    }
}
