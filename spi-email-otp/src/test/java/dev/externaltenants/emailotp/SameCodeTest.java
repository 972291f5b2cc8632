package dev.externaltenants.emailotp;

import java.util.function.Consumer;

import dev.externaltenants.emailotp.PasscodeState.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

/** Where the operator wants it, a resend brings the code again that the customer may find in two mails. */
class SameCodeTest {

    @RegisterExtension
    final TimeTravel time = new TimeTravel();

    private final Tenant tenant =
            new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 100, 5_000, 8, 1_000, true, false));

    @Test
    void aResendBringsTheSameCode() {
        String first = tenant.sent(ANNA);
        String code = tenant.lastCode();
        time.forward(31);

        String second = tenant.sentInsteadOf(first, ANNA);

        assertThat(tenant.mails).hasSize(2);
        assertThat(tenant.lastCode()).isEqualTo(code).matches("\\d{8}");
        assertThat(tenant.verify(second, ANNA, code)).isInstanceOf(VerifyResult.Verified.class);
    }

    @Test
    void aResendMakesNoCodeLiveLonger() {
        String first = tenant.sent(ANNA);
        long expiresAt = tenant.state(first, ANNA).expiresAt();
        time.forward(300);

        String second = tenant.sentInsteadOf(first, ANNA);

        assertThat(tenant.state(second, ANNA).expiresAt()).isEqualTo(expiresAt);
        assertThat(tenant.mails.getLast().lifetime()).isEqualTo(300);
        time.forward(301);
        assertThat(tenant.verify(second, ANNA, tenant.lastCode())).isInstanceOf(VerifyResult.Dead.class);
    }

    @Test
    void aResendGivesNoTryBack() {
        String first = tenant.sent(ANNA);
        for (int wrong = 0; wrong < 4; wrong++) {
            tenant.verify(first, ANNA, tenant.wrongCode());
        }
        time.forward(31);

        String second = tenant.sentInsteadOf(first, ANNA);

        assertThat(tenant.verify(second, ANNA, tenant.wrongCode())).isEqualTo(new VerifyResult.Wrong(0));
        assertThat(tenant.verify(second, ANNA, tenant.lastCode())).isInstanceOf(VerifyResult.Dead.class);
    }

    @Test
    void aCodeThatIsDeadOrAboutToDieIsReplaced() {
        String guessed = tenant.sent(ANNA);
        String code = tenant.lastCode();
        for (int wrong = 0; wrong < 5; wrong++) {
            tenant.verify(guessed, ANNA, tenant.wrongCode());
        }
        time.forward(31);
        String old = tenant.sentInsteadOf(guessed, ANNA);
        assertThat(tenant.lastCode()).isNotEqualTo(code);

        time.forward(550);
        String fresh = tenant.sentInsteadOf(old, ANNA);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(tenant.mails.getLast().lifetime()).isEqualTo(600);
    }

    @Test
    void anotherSessionGetsAnotherCode() {
        String first = tenant.sent(ANNA);
        String code = tenant.lastCode();
        time.forward(31);

        PasscodeScope elsewhere = new PasscodeScope(
                ANNA.realmId(), ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", "another", "tab", "step");
        tenant.sentInsteadOf(first, elsewhere);

        assertThat(tenant.lastCode()).isNotEqualTo(code);
    }

    @Test
    void whatBecameOfTheFirstMailIsNotToldOfTheSecond() {
        String first = tenant.sent(ANNA);
        FakeCluster.Store journal = tenant.cluster.begin();
        KeycloakMailJournal.failed(journal, tenant.lastMail());
        journal.commit();
        assertThat(tenant.state(first, ANNA).delivery()).isEqualTo(Delivery.FAILED);

        String second = tenant.sentInsteadOf(first, ANNA);

        assertThat(tenant.state(second, ANNA).delivery()).isEqualTo(Delivery.PENDING);
    }

    /** As from a mail server that is slow to say no. */
    @Test
    void aFirstMailThatFailsLateSpoilsNothingOfTheSecond() {
        String first = tenant.sent(ANNA);
        OutgoingMail slow = tenant.lastMail();
        time.forward(31);
        String second = tenant.sentInsteadOf(first, ANNA);
        journal(store -> KeycloakMailJournal.sent(store, tenant.lastMail()));

        journal(store -> KeycloakMailJournal.failed(store, slow));

        assertThat(tenant.state(second, ANNA).delivery()).isEqualTo(Delivery.SENT);
        assertThat(tenant.issue(ANNA, "192.0.2.1", second)).isInstanceOf(IssueResult.CoolingDown.class);
    }

    private void journal(Consumer<FakeCluster.Store> entry) {
        FakeCluster.Store journal = tenant.cluster.begin();
        entry.accept(journal);
        journal.commit();
    }
}
