package dev.externaltenants.emailotp;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.externaltenants.emailotp.IssueResult.MailBudget;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.PasscodeState.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.common.util.Time;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

class MailLimitsTest {

    private static final PasscodeScope SECOND_FACTOR =
            new PasscodeScope("contoso", Purpose.MFA, "id of anna", "anna@example.com", "shop", "root", "tab", "step");

    @RegisterExtension
    final TimeTravel time = new TimeTravel();

    private final Tenant tenant = new Tenant();

    @Test
    void mailsOnceInACoolDownWhateverTheSession() {
        tenant.sent(ANNA);
        time.forward(10);

        assertThat(tenant.issue(to("anna@example.com", "another session"))).isEqualTo(new IssueResult.CoolingDown(20));
        assertThat(tenant.mails).hasSize(1);

        time.forward(20);
        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void tellsAFreshSessionHowLongTheCoolDownLasts() {
        tenant.sent(ANNA);
        time.forward(10);

        PasscodeState state = tenant.state(null, to("anna@example.com", "another session"));

        assertThat(state.resendAt() - Time.currentTimeSeconds()).isEqualTo(20);
    }

    @Test
    void coolsDownForEachPurposeByItself() {
        tenant.sent(ANNA);

        assertThat(tenant.issue(SECOND_FACTOR)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void sendsFiveUnprovenMailsToAnAddressInAnHour() {
        for (int mail = 0; mail < 5; mail++) {
            tenant.sent(ANNA);
            time.forward(31);
        }

        assertThat(tenant.issue(ANNA)).isEqualTo(new IssueResult.TooManyMails(MailBudget.ADDRESS));
        assertThat(tenant.mails).hasSize(5);

        time.forward(3_600 - 5 * 31);
        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void sendsTenUnprovenMailsToAnAccountInAnHourWhateverTheAddress() {
        for (int mail = 0; mail < 10; mail++) {
            tenant.sent(ofAnnasAccount("address" + mail + "@example.com"));
        }

        assertThat(tenant.issue(ofAnnasAccount("another@example.com")))
                .isEqualTo(new IssueResult.TooManyMails(MailBudget.ACCOUNT));
        assertThat(tenant.issue(new PasscodeScope(
                        "contoso", Purpose.MFA, "id of ben", "ben@example.com", "shop", "root", "tab", "step")))
                .isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void takesNothingOfTheAddressWhenTheAccountsBudgetIsUsedUp() {
        for (int mail = 0; mail < 10; mail++) {
            tenant.sent(ofAnnasAccount("address" + mail + "@example.com"));
        }
        for (int refused = 0; refused < 5; refused++) {
            tenant.issue(ofAnnasAccount("ben@example.com"));
        }

        assertThat(tenant.issue(new PasscodeScope(
                        "contoso", Purpose.MFA, "id of ben", "ben@example.com", "shop", "root", "tab", "step")))
                .isInstanceOf(IssueResult.Sent.class);
    }

    private static PasscodeScope ofAnnasAccount(String address) {
        return new PasscodeScope("contoso", Purpose.MFA, "id of anna", address, "shop", "root", "tab", "step");
    }

    @Test
    void startsNoCoolDownWhenNothingIsSent() {
        for (int mail = 0; mail < 5; mail++) {
            tenant.sent(ANNA);
            time.forward(31);
        }

        assertThat(tenant.issue(ANNA)).isEqualTo(tenant.issue(ANNA)).isInstanceOf(IssueResult.TooManyMails.class);
    }

    @Test
    void givesAProvenMailBackAndEndsItsCoolDown() {
        for (int signIn = 0; signIn < 10; signIn++) {
            String challenge = tenant.sent(ANNA);
            tenant.verify(challenge, ANNA, tenant.lastCode());
        }

        assertThat(tenant.mails).hasSize(10);
    }

    @Test
    void givesAFailedMailBackAndEndsItsCoolDown() {
        for (int attempt = 0; attempt < 10; attempt++) {
            String challenge = tenant.sent(ANNA);
            journal(store -> KeycloakMailJournal.failed(store, tenant.lastMail()));

            assertThat(tenant.state(challenge, ANNA).delivery()).isEqualTo(Delivery.FAILED);
            assertThat(tenant.state(challenge, ANNA).resendAt()).isZero();
        }
    }

    @Test
    void keepsThePauseAndThePriceOfAMailThatSomebodyMayHaveTaken() {
        for (int mail = 0; mail < 5; mail++) {
            String challenge = tenant.sent(ANNA);
            journal(store -> KeycloakMailJournal.unclear(store, tenant.lastMail()));

            assertThat(tenant.state(challenge, ANNA).delivery()).isEqualTo(Delivery.FAILED);
            assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.CoolingDown.class);
            time.forward(31);
        }

        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.TooManyMails.class);
    }

    @Test
    void givesAMailBackOnceOnly() {
        String failed = tenant.sent(ANNA);
        String code = tenant.lastCode();
        journal(store -> KeycloakMailJournal.failed(store, tenant.lastMail()));
        // Takes the slot that was given back.
        tenant.sent(ANNA);

        // The mail server had taken it in the end.
        tenant.verify(failed, ANNA, code);

        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.CoolingDown.class);
        for (int mail = 1; mail < 5; mail++) {
            time.forward(31);
            tenant.sent(ANNA);
        }
        time.forward(31);
        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.TooManyMails.class);
    }

    @Test
    void keepsALaterMailsCoolDownWhenAnEarlierOneFails() {
        tenant.sent(ANNA);
        OutgoingMail slow = tenant.lastMail();
        time.forward(31);
        tenant.sent(ANNA);

        journal(store -> KeycloakMailJournal.failed(store, slow));

        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.CoolingDown.class);
    }

    @Test
    void givesAWithdrawnMailBack() {
        tenant.sent(ANNA);
        journal(store -> KeycloakMailJournal.withdrawn(store, tenant.lastMail()));

        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void tellsWhenTheMailServerHasTakenTheMail() {
        String challenge = tenant.sent(ANNA);
        assertThat(tenant.state(challenge, ANNA).delivery()).isEqualTo(Delivery.PENDING);

        journal(store -> KeycloakMailJournal.sent(store, tenant.lastMail()));

        assertThat(tenant.state(challenge, ANNA).delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void signUpMailsDoNotUseUpTheBudgetOfTheSecondFactor() {
        for (int mail = 0; mail < 5; mail++) {
            tenant.sent(ANNA);
            time.forward(31);
        }
        assertThat(tenant.issue(ANNA)).isInstanceOf(IssueResult.TooManyMails.class);

        assertThat(tenant.issue(SECOND_FACTOR)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void signUpMailsDoNotUseUpWhatASourceNeedsToSignIn() {
        Tenant small = new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 1, 5_000, 8, 1_000, false, false));
        small.sent(to("b@example.com", "root"));

        assertThat(small.issue(SECOND_FACTOR)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void signUpMailsDoNotUseUpWhatATenantNeedsToSignIn() {
        Tenant small = new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 100, 1, 8, 1_000, false, false));
        small.issue(to("b@example.com", "root"), "192.0.2.2", null);

        assertThat(small.issue(SECOND_FACTOR)).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void provenCodesGiveTheSourceAndTenantBudgetsBack() {
        Tenant small = new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 1, 1, 8, 1_000, false, false));
        for (int customer = 0; customer < 150; customer++) {
            PasscodeScope scope = to("customer" + customer + "@example.com", "root");

            assertThat(small.verify(small.sent(scope), scope, small.lastCode())).isEqualTo(new VerifyResult.Verified());
        }
    }

    @Test
    void failedMailsGiveTheSourceAndTenantBudgetsBack() {
        Tenant small = new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 1, 1, 8, 1_000, false, false));
        small.sent(ANNA);
        journal(small, store -> KeycloakMailJournal.failed(store, small.lastMail()));
        small.sent(to("b@example.com", "root"));
        journal(small, store -> KeycloakMailJournal.withdrawn(store, small.lastMail()));

        assertThat(small.issue(to("d@example.com", "root"))).isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void spellingsOfOneAddressShareOneBudget() {
        tenant.sent(to("anna@b\u00fccher.example", "root"));

        assertThat(Stream.of("Anna@b\u00fccher.example", "\uff41nna@B\u00dcCHER.example", "anna@XN--BCHER-KVA.example")
                        .map(spelling -> tenant.issue(to(spelling, "root"))))
                .hasOnlyElementsOfType(IssueResult.CoolingDown.class);
    }

    @Test
    void limitsTheMailsOfASource() {
        Tenant small = new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 2, 5_000, 8, 1_000, false, false));
        small.issue(to("a@example.com", "root"), "2001:db8::1", null);
        small.issue(to("b@example.com", "root"), "2001:db8::2", null);

        assertThat(small.issue(to("c@example.com", "root"), "2001:db8::3", null))
                .isEqualTo(new IssueResult.TooManyMails(MailBudget.SOURCE));
        assertThat(small.issue(to("c@example.com", "root"), "2001:db8:0:1::3", null))
                .isInstanceOf(IssueResult.Sent.class);
    }

    @Test
    void limitsTheMailsOfATenantAndChargesARefusedAddressNothing() {
        Tenant small = new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 1, 10, 1, 1, 8, 1_000, false, false));
        small.issue(to("a@example.com", "root"), "192.0.2.1", null);

        List<IssueResult> refused = List.of(
                small.issue(to("b@example.com", "root"), "192.0.2.2", null),
                small.issue(to("b@example.com", "root"), "192.0.2.2", null));

        assertThat(refused).containsOnly(new IssueResult.TooManyMails(MailBudget.TENANT));
    }

    private void journal(Consumer<FakeCluster.Store> entry) {
        journal(tenant, entry);
    }

    private static void journal(Tenant tenant, Consumer<FakeCluster.Store> entry) {
        FakeCluster.Store transaction = tenant.cluster.begin();
        entry.accept(transaction);
        transaction.commit();
    }

    private static PasscodeScope to(String address, String rootSession) {
        return new PasscodeScope("contoso", Purpose.SIGN_UP, address, address, "shop", rootSession, "tab", "step");
    }
}
