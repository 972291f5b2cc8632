package dev.externaltenants.emailotp.signin;

import java.util.List;

import dev.externaltenants.emailotp.Fake;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUp;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

import static org.assertj.core.api.Assertions.assertThat;

class SignInCodeAuthenticatorTest {

    private static final String ADDRESS = "anna@example.com";

    private final FakeFlow flow = new FakeFlow();
    private final SignInCodeAuthenticator step = new SignInCodeAuthenticator();
    private final UserModel anna = user("id-of-anna", true, true, false);

    SignInCodeAuthenticatorTest() {
        flow.appFlow = by(SignUpMethod.EMAIL_OTP);
        flow.notes.put("ATTEMPTED_USERNAME", "Anna@Example.com");
    }

    @Test
    void mailsACodeToACustomerWithoutAPassword() {
        flow.accounts.put(ADDRESS, anna);

        step.authenticate(flow.post());

        assertThat(flow.engine.admitted).containsExactly(true);
        assertThat(flow.engine.issued.get(0).scope())
                .isEqualTo(
                        new PasscodeScope("contoso", Purpose.SIGN_IN, ADDRESS, ADDRESS, "shop", "root", "tab", "step"));
        assertThat(flow.pages).containsExactly("xt-code.ftl");
    }

    @Test
    void showsTheSamePageForAnAddressWithoutAnAccountAndMailsNoCode() {
        step.authenticate(flow.post());

        assertThat(flow.pages).containsExactly("xt-code.ftl");
        assertThat(flow.engine.admitted).containsExactly(false);
    }

    @Test
    void mailsNoCodeThatOpensAnAccountWithAPasswordOrOneThatIsDisabledOrUnverified() {
        for (UserModel other :
                List.of(user("1", true, true, true), user("2", false, true, false), user("3", true, false, false))) {
            flow.accounts.put(ADDRESS, other);
            step.action(flow.post("action", "resend"));
        }

        assertThat(flow.engine.admitted).hasSize(3).containsOnly(false);
        assertThat(flow.pages).containsOnly("xt-code.ftl xtCodeResent");
    }

    @Test
    void signsInByTheRightCode() {
        flow.accounts.put(ADDRESS, anna);
        step.authenticate(flow.post());

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("user id-of-anna", "success xt-email-otp");
        assertThat(flow.booked).containsExactly("first succeeded");
        assertThat(flow.userSessionNotes).containsEntry("xt.firstFactor", "email_otp");
        assertThat(flow.notes).containsEntry("xt.signIn.codeProvenBy", "id-of-anna");
    }

    @Test
    void signsNobodyInByTheRightCodeOfAnAccountThatHasAPasswordNow() {
        flow.accounts.put(ADDRESS, anna);
        step.authenticate(flow.post());
        flow.accounts.put(ADDRESS, user("id-of-anna", true, true, true));

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("challenge");
        assertThat(flow.pages).endsWith("xt-code.ftl xtCodeExpired");
        assertThat(flow.notes).doesNotContainKey("xt.signIn.codeProvenBy");
    }

    @Test
    void booksAWrongCodeOfACustomer() {
        flow.accounts.put(ADDRESS, anna);
        step.authenticate(flow.post());
        flow.engine.verify = new VerifyResult.Wrong(4);

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.booked).containsExactly("first failed");
        assertThat(flow.eventUsers).containsExactly("id-of-anna");
        assertThat(flow.eventErrors).containsExactly("invalid_user_credentials");
        assertThat(flow.eventDetails).containsEntry("username", ADDRESS).containsEntry("xt_tries_left", "4");
        assertThat(flow.pages).endsWith("xt-code.ftl code:xtCodeWrong");
    }

    /** Nor has Keycloak look it up, which it does for what it is told was a failure. */
    @Test
    void looksNobodyUpInTheRequestOfACodeThatProvesNothing() {
        flow.accounts.put(ADDRESS, anna);
        step.authenticate(flow.post());
        for (VerifyResult failed :
                List.of(new VerifyResult.Wrong(4), new VerifyResult.Dead(), new VerifyResult.TooManyTries())) {
            flow.engine.verify = failed;
            step.action(flow.post("action", "verify", "code", "12345678"));
        }

        assertThat(flow.eventUsers).hasSize(3).containsOnly("id-of-anna");
        assertThat(flow.lookedUp).isEmpty();
        assertThat(flow.outcomes).containsOnly("challenge");
    }

    @Test
    void answersAWrongCodeOfNobodyAlikeAndBooksNothing() {
        step.authenticate(flow.post());
        flow.engine.verify = new VerifyResult.Wrong(4);

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.booked).isEmpty();
        assertThat(flow.eventUsers).containsExactly("nobody");
        assertThat(flow.eventErrors).containsExactly("invalid_user_credentials");
        assertThat(flow.pages).endsWith("xt-code.ftl code:xtCodeWrong");
    }

    @Test
    void tellsOfALockOutOnlyWhoTypedTheRightCode() {
        flow.accounts.put(ADDRESS, anna);
        flow.lockedOut = true;
        step.authenticate(flow.post());
        flow.engine.verify = new VerifyResult.Wrong(4);
        step.action(flow.post("action", "verify", "code", "12345678"));
        flow.engine.verify = new VerifyResult.Verified();
        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.pages)
                .containsExactly("xt-code.ftl", "xt-code.ftl code:xtCodeWrong", "error.ftl xtCodeLockedOut");
        assertThat(flow.outcomes).endsWith("failure USER_TEMPORARILY_DISABLED");
    }

    @Test
    void leavesToThePasswordStepWhereTheUserFlowAsksForAPassword() {
        flow.appFlow = by(SignUpMethod.EMAIL_PASSWORD);

        step.authenticate(flow.post());

        assertThat(flow.outcomes).containsExactly("success");
        assertThat(flow.notes).doesNotContainKey("xt.signIn.codeProvenBy");
        assertThat(flow.engine.issued).isEmpty();
    }

    @Test
    void leavesToThePasswordStepWhoAsksForIt() {
        step.authenticate(flow.post());

        step.action(flow.post("action", "password"));
        step.authenticate(flow.post());

        assertThat(flow.outcomes).endsWith("success", "success");
        assertThat(flow.notes).doesNotContainKey("xt.signIn.codeProvenBy");
    }

    @Test
    void leavesToThePasswordStepWhoGaveAUserName() {
        flow.notes.put("ATTEMPTED_USERNAME", "anna");

        step.authenticate(flow.post());

        assertThat(flow.outcomes).containsExactly("success");
        assertThat(flow.engine.issued).isEmpty();
    }

    @Test
    void asksWhoeverIsKnownForWhatTheyHave() {
        flow.appFlow = by(SignUpMethod.EMAIL_PASSWORD);
        step.authenticate(flow.post(anna));
        flow.appFlow = by(SignUpMethod.EMAIL_OTP);
        step.authenticate(flow.post(user("id-of-ben", true, true, true)));

        assertThat(flow.outcomes).containsExactly("challenge", "success");
        assertThat(flow.engine.issued).hasSize(1);
    }

    private static AppFlow by(SignUpMethod method) {
        return new AppFlow.Assigned(new UserFlow(
                "id",
                "customers",
                null,
                null,
                true,
                new SignUp(true, List.of(method)),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private static UserModel user(String id, boolean enabled, boolean verified, boolean withPassword) {
        return Fake.of(UserModel.class)
                .returning("getId", id)
                .returning("getEmail", ADDRESS)
                .returning("isEnabled", enabled)
                .returning("isEmailVerified", verified)
                .returning(
                        "credentialManager",
                        Fake.of(SubjectCredentialManager.class)
                                .returning("isConfiguredFor", withPassword)
                                .make())
                .make();
    }
}
