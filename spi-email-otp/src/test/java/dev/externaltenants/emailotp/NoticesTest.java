package dev.externaltenants.emailotp;

import java.util.Locale;

import dev.externaltenants.emailotp.SecurityNotice.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class NoticesTest {

    @RegisterExtension
    final TimeTravel time = new TimeTravel();

    private final Tenant tenant = new Tenant();

    @Test
    void anAddressGetsFiveNoticesOfAChangeInAnHour() {
        for (int change = 0; change < 40; change++) {
            tenant.notice(of(Change.PASSWORD_CHANGED, "anna@example.com"));
        }

        assertThat(tenant.notices).hasSize(5);

        time.forward(3_600);
        tenant.notice(of(Change.PASSWORD_CHANGED, "anna@example.com"));
        assertThat(tenant.notices).hasSize(6);
    }

    @Test
    void anotherKindOfChangeAndAnotherAddressAreStillTold() {
        for (int change = 0; change < 40; change++) {
            tenant.notice(of(Change.PASSWORD_CHANGED, "anna@example.com"));
        }

        tenant.notice(of(Change.EMAIL_CHANGED, "anna@example.com"));
        tenant.notice(of(Change.PASSWORD_CHANGED, "ben@example.com"));

        assertThat(tenant.notices).hasSize(7);
    }

    @Test
    void anAddressIsTheSameInAnySpelling() {
        for (int change = 0; change < 5; change++) {
            tenant.notice(of(Change.PASSWORD_CHANGED, "anna@example.com"));
        }

        tenant.notice(of(Change.PASSWORD_CHANGED, "Anna@Example.com"));

        assertThat(tenant.notices).hasSize(5);
    }

    @Test
    void aNoticeOfAChangeThatIsRolledBackCostsNothing() {
        for (int change = 0; change < 40; change++) {
            tenant.notice(of(Change.PASSWORD_CHANGED, "anna@example.com"));
            FakeCluster.Store store = tenant.cluster.begin();
            new Postage(store).undo(tenant.lastPaid);
            store.commit();
        }

        assertThat(tenant.notices).hasSize(40);
    }

    private static SecurityNotice of(Change change, String address) {
        return new SecurityNotice("contoso", address, Locale.ENGLISH, "Shop", null, change, "");
    }
}
