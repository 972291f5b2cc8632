package dev.externaltenants.emailotp.signin;

import java.util.Map;

import dev.externaltenants.emailotp.Fake;
import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.IssueResult.MailBudget;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;

import static org.assertj.core.api.Assertions.assertThat;

class EmailCodeAuthenticatorTest {

    private final FakeFlow flow = new FakeFlow();
    private final EmailCodeAuthenticator step = new EmailCodeAuthenticator();
    private final UserModel anna = user("id-of-anna", "Anna@example.com", true);

    @Test
    void sendsACodeToTheAccountsAddressAndShowsItMasked() {
        step.authenticate(flow.post(anna));

        assertThat(flow.engine.issued.get(0).scope())
                .isEqualTo(new PasscodeScope(
                        "contoso", Purpose.MFA, "id-of-anna", "anna@example.com", "shop", "root", "tab", "step"));
        assertThat(flow.pages).containsExactly("xt-code.ftl");
        assertThat(flow.model.get("maskedEmail")).isEqualTo("a***a@ex**e.com");
    }

    @Test
    void sendsNothingOnAReload() {
        step.authenticate(flow.post(anna));
        step.authenticate(flow.post(anna));

        assertThat(flow.engine.issued).hasSize(1);
    }

    @Test
    void sendsACodeOfTheirOwnToAnotherUserOfTheSameTab() {
        step.authenticate(flow.post(anna));

        step.authenticate(flow.post(user("id-of-ben", "ben@example.com", true)));

        assertThat(flow.engine.issued).hasSize(2);
    }

    @Test
    void sendsNothingToALockedOutAccountAndSaysNothingOfIt() {
        flow.lockedOut = true;

        step.authenticate(flow.post(anna));
        step.action(flow.post(anna, "action", "resend"));
        step.action(flow.post(anna, "action", "verify", "code", "12345678"));

        assertThat(flow.engine.issued).isEmpty();
        assertThat(flow.engine.typed).isEmpty();
        assertThat(flow.pages).containsOnly("error.ftl xtCodeLockedOut");
        assertThat(flow.eventErrors).containsOnly("user_temporarily_disabled");
    }

    @Test
    void signsInWithTheRightCode() {
        step.authenticate(flow.post(anna));

        step.action(flow.post(anna, "action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("success xt-email-otp");
        assertThat(flow.booked).containsExactly("succeeded");
    }

    @Test
    void booksAWrongCodeOnce() {
        step.authenticate(flow.post(anna));
        flow.engine.verify = new VerifyResult.Wrong(4);

        step.action(flow.post(anna, "action", "verify", "code", "12345678"));

        assertThat(flow.booked).containsExactly("failed");
        assertThat(flow.eventErrors).containsExactly("invalid_user_credentials");
        assertThat(flow.pages).endsWith("xt-code.ftl code:xtCodeWrong");
    }

    @Test
    void tellsTheEventLogTheMethodAndTheNameOfTheUserFlow() {
        flow.appFlow = new AppFlow.Assigned(new UserFlow(
                "id-of-flow", "shop-customers", null, null, true, null, null, null, null, null, null, null, null));
        step.authenticate(flow.post(anna));
        flow.engine.verify = new VerifyResult.Wrong(4);

        step.action(flow.post(anna, "action", "verify", "code", "12345678"));

        assertThat(flow.eventDetails)
                .isEqualTo(Map.of(
                        EventDetails.METHOD,
                        "email_otp",
                        EventDetails.USER_FLOW,
                        "shop-customers",
                        "xt_tries_left",
                        "4"));
    }

    @Test
    void saysThatTheCodeIsDeadAfterTheLastTry() {
        step.authenticate(flow.post(anna));
        flow.engine.verify = new VerifyResult.Wrong(0);
        flow.engine.state = FakeEngine.DEAD;

        step.action(flow.post(anna, "action", "verify", "code", "12345678"));

        assertThat(flow.pages).endsWith("xt-code.ftl xtCodeTooManyTries");
        assertThat(flow.booked).containsExactly("failed");
    }

    @Test
    void booksNothingWhenNoCodeWasLookedAt() {
        step.authenticate(flow.post(anna));
        flow.engine.verify = new VerifyResult.Dead();
        step.action(flow.post(anna, "action", "verify", "code", "12345678"));
        flow.engine.verify = new VerifyResult.TooManyTries();
        step.action(flow.post(anna, "action", "verify", "code", "12345678"));

        assertThat(flow.booked).isEmpty();
        assertThat(flow.pages).endsWith("xt-code.ftl xtCodeExpired", "xt-code.ftl xtCodeLockedOut");
        assertThat(flow.eventErrors).containsExactly("expired_code", "xt_too_many_tries");
    }

    @Test
    void waitsOnTheCodePageForTheCoolDownOfAnotherSession() {
        flow.engine.issue = new IssueResult.CoolingDown(20);

        step.authenticate(flow.post(anna));

        assertThat(flow.pages).containsExactly("xt-code.ftl xtCodeCoolingDown");
        assertThat(flow.model.get("live")).isEqualTo(false);
        assertThat(flow.model.get("resendInSeconds")).isEqualTo(0);
    }

    @Test
    void saysWhenTooManyMailsWereSent() {
        flow.engine.issue = new IssueResult.TooManyMails(MailBudget.TENANT);

        step.authenticate(flow.post(anna));

        assertThat(flow.pages).containsExactly("xt-code.ftl xtCodeTooManyMails");
        assertThat(flow.eventErrors).containsExactly("xt_too_many_mails");
    }

    @Test
    void sendsNoSecondCodeAfterAFirstFactorThatWasACode() {
        flow.userSessionNotes.put("xt.firstFactor", "email_otp");

        step.authenticate(flow.post(anna));

        assertThat(flow.engine.issued).isEmpty();
        assertThat(flow.outcomes).containsExactly("failure ACCESS_DENIED");
        assertThat(flow.pages).containsExactly("error.ftl xtSecondFactorMissing");
        assertThat(flow.eventErrors).containsExactly("xt_second_factor_missing");
    }

    @Test
    void needsAVerifiedAddress() {
        assertThat(step.configuredFor(null, null, anna)).isTrue();
        assertThat(step.configuredFor(null, null, user("id", "a@example.com", false)))
                .isFalse();
        assertThat(step.configuredFor(null, null, user("id", null, true))).isFalse();
    }

    @Test
    void endsWhenTheAddressWasTakenAway() {
        step.authenticate(flow.post(anna));

        step.action(flow.post(user("id-of-anna", null, true), "action", "resend"));

        assertThat(flow.outcomes).endsWith("failure CREDENTIAL_SETUP_REQUIRED");
    }

    private static UserModel user(String id, String email, boolean verified) {
        return Fake.of(UserModel.class)
                .returning("getId", id)
                .returning("getEmail", email)
                .returning("isEmailVerified", verified)
                .make();
    }
}
