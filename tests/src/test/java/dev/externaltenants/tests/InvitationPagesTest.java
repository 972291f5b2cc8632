package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is invited reads of an invitation, in the own language, and of the rules for a password before one is broken. */
@Tag("any-database")
final class InvitationPagesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("invited", MAIL);

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @Test
    void aCustomerIsInvitedInTheOwnLanguage() {
        String email = Customers.anyone();
        TENANT.admin()
                .post(TENANT.path("/customers"), Map.of("email", email, "language", "de", "invitation", Map.of()))
                .expect(201);

        german.open(InvitedPerson.link(MAIL, email));

        german.arrivedAt("invitation");
        assertThat(heading(german)).isEqualTo("Sie sind zu Contoso eingeladen");
        chooseAPassword(german, "Einladung annehmen", "aus drei dieser Arten");
    }

    @Test
    void anAdministratorIsInvitedToTheTenant() {
        String email = Customers.anyone();
        TENANT.admin()
                .post(
                        TENANT.path("/administrators"),
                        Map.of("email", email, "roles", List.of("xt-reports-reader"), "invite", true))
                .expect(201);

        narrow.open(InvitedPerson.link(MAIL, email));

        narrow.arrivedAt("invitation");
        assertThat(heading(narrow)).isEqualTo("You are invited to Contoso");
        chooseAPassword(narrow, "Accept the invitation", "of three of these kinds");
    }

    private static void chooseAPassword(BrowserSession browser, String accept, String rule) {
        Page page = browser.page();
        page.getByText(accept).click();
        page.locator("#password-new").waitFor();
        browser.arrivedAt("new-password");
        assertThat(page.locator("#xt-password-hint").textContent()).contains(rule);
        assertThat(page.locator("[role=alert]").count()).isZero();
        submit(page, "password");
        page.locator("[role=alert]").waitFor();
        browser.arrivedAt("new-password-refused");

        submit(page, Journey.PASSWORD);
        page.locator("#kc-info-message").waitFor();
        browser.arrivedAt("invited");
    }

    private static void submit(Page page, String password) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(password);
        page.locator("#xt-save-password").click();
    }

    private static String heading(BrowserSession browser) {
        return browser.page().locator("h1").textContent().strip();
    }
}
