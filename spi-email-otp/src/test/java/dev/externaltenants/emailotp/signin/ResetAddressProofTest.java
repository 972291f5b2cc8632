package dev.externaltenants.emailotp.signin;

import java.util.List;

import dev.externaltenants.emailotp.Fake;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.UserFlow;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

import static org.assertj.core.api.Assertions.assertThat;

class ResetAddressProofTest {

    private static final String ADDRESS = "anna@example.com";

    private final FakeFlow flow = new FakeFlow();
    private final VerifyEmailAuthenticator step = new VerifyEmailAuthenticator(ResetAddressProof::new);
    private final UserModel anna = user("id-of-anna", true, true, true);

    ResetAddressProofTest() {
        flow.resetAllowed = true;
        flow.appFlow = new AppFlow.Assigned(
                new UserFlow("id", "customers", null, null, true, null, null, null, null, null, null, null, null));
    }

    @Test
    void asksForTheAddressThatWasTypedBeforeAndMailsNothingYet() {
        flow.notes.put("ATTEMPTED_USERNAME", ADDRESS);

        step.authenticate(flow.post());

        assertThat(flow.pages).containsExactly("xt-reset.ftl");
        assertThat(flow.model.get("email")).isEqualTo(ADDRESS);
        assertThat(flow.engine.issued).isEmpty();
    }

    @Test
    void mailsACodeOfItsOwnPurposeToAnAccountWithAPassword() {
        flow.accounts.put(ADDRESS, anna);

        step.action(flow.post("email", ADDRESS));

        assertThat(flow.engine.admitted).containsExactly(true);
        assertThat(flow.engine.issued.get(0).scope())
                .isEqualTo(new PasscodeScope(
                        "contoso", Purpose.PASSWORD_RESET, ADDRESS, ADDRESS, "shop", "root", "tab", "step"));
    }

    @Test
    void showsTheSamePageToAllOthersAndMailsNoCode() {
        step.action(flow.post("email", ADDRESS));
        for (UserModel other :
                List.of(user("1", true, true, false), user("2", false, true, true), user("3", true, false, true))) {
            flow.accounts.put(ADDRESS, other);
            step.action(flow.post("action", "resend"));
        }

        assertThat(flow.engine.admitted).hasSize(4).containsOnly(false);
        assertThat(flow.pages)
                .containsExactly(
                        "xt-code.ftl",
                        "xt-code.ftl xtCodeResent",
                        "xt-code.ftl xtCodeResent",
                        "xt-code.ftl xtCodeResent");
    }

    @Test
    void theRightCodeOfAnAccountThatHasChangedProvesNothing() {
        flow.accounts.put(ADDRESS, anna);
        step.action(flow.post("email", ADDRESS));
        flow.accounts.put(ADDRESS, user("id-of-anna", false, true, true));

        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("challenge");
        assertThat(flow.pages).endsWith("xt-code.ftl xtCodeExpired");
        assertThat(flow.notes).doesNotContainKey("xt.reset.proven.flow");
    }

    @Test
    void booksAWrongCodeForWhoWouldHaveGotOneAndForNobodyElse() {
        step.action(flow.post("email", ADDRESS));
        flow.engine.verify = new VerifyResult.Wrong(4);
        step.action(flow.post("action", "verify", "code", "1"));
        flow.accounts.put(ADDRESS, anna);
        step.action(flow.post("action", "verify", "code", "1"));

        assertThat(flow.booked).containsExactly("first failed");
        assertThat(flow.eventUsers).containsExactly("nobody", "id-of-anna");
        assertThat(flow.pages).endsWith("xt-code.ftl code:xtCodeWrong", "xt-code.ftl code:xtCodeWrong");
    }

    /** Nor has Keycloak look it up, which it does for what it is told was a failure. */
    @Test
    void looksNobodyUpInTheRequestOfACodeThatProvesNothing() {
        flow.accounts.put(ADDRESS, anna);
        step.action(flow.post("email", ADDRESS));
        for (VerifyResult failed :
                List.of(new VerifyResult.Wrong(4), new VerifyResult.Dead(), new VerifyResult.TooManyTries())) {
            flow.engine.verify = failed;
            step.action(flow.post("action", "verify", "code", "1"));
        }

        assertThat(flow.eventUsers).hasSize(3).containsOnly("id-of-anna");
        assertThat(flow.lookedUp).isEmpty();
        assertThat(flow.outcomes).containsOnly("challenge");
    }

    @Test
    void refusesEachPostWhereTheUserFlowOffersNoReset() {
        step.action(flow.post("email", ADDRESS));
        flow.appFlow = new AppFlow.None();

        step.authenticate(flow.post());
        step.action(flow.post("action", "verify", "code", "12345678"));

        assertThat(flow.outcomes).endsWith("failure ACCESS_DENIED", "failure ACCESS_DENIED");
        assertThat(flow.engine.typed).isEmpty();
        assertThat(flow.eventErrors).containsExactly("not_allowed", "not_allowed");
    }

    @Test
    void refusesWhatAFirstSignInWithAProviderCameAcross() {
        flow.notes.put("BROKERED_CONTEXT", "{}");

        step.authenticate(flow.post());

        assertThat(flow.outcomes).containsExactly("failure ACCESS_DENIED");
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
