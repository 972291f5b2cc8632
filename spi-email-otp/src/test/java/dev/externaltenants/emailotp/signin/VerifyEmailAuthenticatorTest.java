package dev.externaltenants.emailotp.signin;

import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.IssueResult.MailBudget;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.signup.ProvenEmail;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyEmailAuthenticatorTest {

    private final FakeFlow flow = new FakeFlow();
    private final VerifyEmailAuthenticator step = new VerifyEmailAuthenticator(SignUpAddressProof::new);

    @Test
    void asksForTheAddressFirstAndOffersTheAppsHint() {
        flow.clientNotes.put("login_hint", "Anna@Example.com");

        step.authenticate(flow.post());

        assertThat(flow.pages).containsExactly("xt-email.ftl");
        assertThat(flow.model.get("email")).isEqualTo("anna@example.com");
    }

    @Test
    void sendsACodeToTheAddressInItsOneSpelling() {
        step.action(flow.post("email", " Anna@Example.COM "));

        assertThat(flow.pages).containsExactly("xt-code.ftl");
        assertThat(flow.engine.issued.get(0).scope())
                .isEqualTo(new PasscodeScope(
                        "contoso",
                        Purpose.SIGN_UP,
                        "anna@example.com",
                        "anna@example.com",
                        "shop",
                        "root",
                        "tab",
                        "step"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        step.action(flow.post("email", "anna"));

        assertThat(flow.pages).containsExactly("xt-email.ftl email:xtEmailInvalid");
        assertThat(flow.engine.issued).isEmpty();
    }

    @Test
    void countsGuessesAndMailsByTheOneSpelling() {
        step.action(flow.post("email", "\uff21nna@B\u00dccher.example"));
        step.action(flow.post("email", "anna@xn--bcher-kva.example"));

        assertThat(flow.engine.issued).hasSize(1);
        assertThat(flow.engine.issued.get(0).scope().subject()).isEqualTo("anna@b\u00fccher.example");
    }

    @Test
    void refusesAnAddressWithALineBreak() {
        step.action(flow.post("email", "anna@example.com\r\nBcc: ben@example.com"));

        assertThat(flow.engine.issued).isEmpty();
    }

    @Test
    void sendsNothingOnAReload() {
        step.action(flow.post("email", "anna@example.com"));

        step.authenticate(flow.post());
        step.authenticate(flow.post());

        assertThat(flow.pages).containsExactly("xt-code.ftl", "xt-code.ftl", "xt-code.ftl");
        assertThat(flow.engine.issued).hasSize(1);
    }

    @Test
    void sendsNothingOnAReloadWhenTheCodeIsDead() {
        step.action(flow.post("email", "anna@example.com"));
        flow.engine.state = FakeEngine.DEAD;

        step.authenticate(flow.post());

        assertThat(flow.pages).endsWith("xt-code.ftl xtCodeExpired");
        assertThat(flow.engine.issued).hasSize(1);
    }

    @Test
    void sendsNothingWhenTheEmailPageIsPostedAgain() {
        step.action(flow.post("email", "anna@example.com"));

        step.action(flow.post("email", "anna@example.com"));

        assertThat(flow.engine.issued).hasSize(1);
    }

    @Test
    void provesTheAddress() {
        step.action(flow.post("email", "anna@example.com"));

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("success");
        assertThat(ProvenEmail.of(flow.authentication())).contains("anna@example.com");
    }

    @Test
    void provesNothingByAWrongCode() {
        step.action(flow.post("email", "anna@example.com"));
        flow.engine.verify = new VerifyResult.Wrong(4);

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("challenge");
        assertThat(flow.pages).endsWith("xt-code.ftl code:xtCodeWrong");
        assertThat(flow.eventErrors).containsExactly("invalid_user_credentials");
        assertThat(ProvenEmail.of(flow.authentication())).isEmpty();
    }

    @Test
    void takesAnEmptyFieldForNoTry() {
        step.action(flow.post("email", "anna@example.com"));

        step.action(flow.post("action", "verify", "code", " "));

        assertThat(flow.pages).endsWith("xt-code.ftl code:xtCodeMissing");
        assertThat(flow.engine.typed).isEmpty();
        assertThat(flow.eventErrors).isEmpty();
    }

    @Test
    void tellsOfAFailedMailInsteadOfAMissingCode() {
        step.action(flow.post("email", "anna@example.com"));
        flow.engine.state = FakeEngine.FAILED;

        step.action(flow.post("action", "verify", "code", ""));

        assertThat(flow.pages).endsWith("xt-code.ftl");
        assertThat(flow.model.get("deliveryFailed")).isEqualTo(true);
    }

    @Test
    void goesBackToTheAddress() {
        step.action(flow.post("email", "anna@example.com"));

        step.action(flow.post("action", "change"));
        step.authenticate(flow.post());

        assertThat(flow.pages).containsExactly("xt-code.ftl", "xt-email.ftl", "xt-email.ftl");
    }

    @Test
    void replacesTheCodeOfAnotherAddress() {
        step.action(flow.post("email", "anna@example.com"));
        step.action(flow.post("action", "change"));

        step.action(flow.post("email", "ben@example.com"));

        assertThat(flow.engine.issued.get(1).earlierChallengeId()).isEqualTo("challenge");
        assertThat(flow.engine.issued.get(1).scope().address()).isEqualTo("ben@example.com");
    }

    @Test
    void staysOnTheEmailPageWhenTooManyMailsWereSent() {
        flow.engine.issue = new IssueResult.TooManyMails(MailBudget.ADDRESS);

        step.action(flow.post("email", "anna@example.com"));
        step.authenticate(flow.post());

        assertThat(flow.pages).containsExactly("xt-email.ftl xtCodeTooManyMails", "xt-email.ftl");
        assertThat(flow.eventErrors).containsExactly("xt_too_many_mails");
    }

    @Test
    void keepsTheCodePageWhenAnotherCodeMustWait() {
        step.action(flow.post("email", "anna@example.com"));
        flow.engine.issue = new IssueResult.CoolingDown(20);

        step.action(flow.post("action", "resend"));

        assertThat(flow.pages).endsWith("xt-code.ftl xtCodeCoolingDown");
        assertThat(flow.model.get("live")).isEqualTo(true);
    }

    @Test
    void succeedsAtOnceWhenTheAddressIsProven() {
        ProvenEmail.store(flow.authentication(), "anna@example.com");

        step.authenticate(flow.post());

        assertThat(flow.outcomes).containsExactly("success");
        assertThat(flow.pages).isEmpty();
    }
}
