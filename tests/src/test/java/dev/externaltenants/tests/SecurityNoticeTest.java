package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.samples.inbox.Mail;
import dev.externaltenants.tests.harness.AuthenticatorApp;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The owner of an account learns by mail that what protects it was changed, whoever did it. */
@Tag("any-database")
final class SecurityNoticeTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("notices", MAIL);

    private static RelyingParty shop;

    private String email;

    @BeforeAll
    static void anApp() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void whoChangesTheOwnPasswordIsTold() {
        Journey journey = signedIn();
        FormPage page = journey.browser()
                .open(shop.signIn(Map.of("kc_action", "UPDATE_PASSWORD")).uri());

        InvitedPerson.choosePassword(journey.browser(), page, "Owners-New-Secret-7")
                .returned();

        assertOneNotice("was changed just now, at shop", "Reset your password");
    }

    @Test
    void whoChangesItAtTheAccountPageIsToldOfTheTenant() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        FormPage page = account.press(account.open("sign-in"), "xt-change-password", Map.of());

        InvitedPerson.choosePassword(account.browser(), page, "Owners-New-Secret-7");

        assertOneNotice("was changed just now, at Contoso", "Reset your password");
    }

    @Test
    void aPasswordThatIsRefusedIsNotTold() {
        Journey journey = signedIn();
        FormPage page = journey.browser()
                .open(shop.signIn(Map.of("kc_action", "UPDATE_PASSWORD")).uri());

        InvitedPerson.choosePassword(journey.browser(), page, "short").asking("password-new");
        FormPage chosen = InvitedPerson.choosePassword(
                journey.browser(),
                journey.browser()
                        .open(shop.signIn(Map.of("kc_action", "UPDATE_PASSWORD"))
                                .uri()),
                "Owners-New-Secret-7");

        assertThat(chosen.leftFor()).isNotNull();
        assertOneNotice("was changed just now");
    }

    @Test
    void whoResetsItIsToldOnce() {
        ForgottenPassword.at(shop, MAIL).reset(email).returned();

        assertThat(MAIL.nextTo(email).text()).contains("with a code from your email, at shop");
        assertThat(MAIL.countTo(email)).isEqualTo(2);
    }

    @Test
    void whomAnAdministratorGivesOneIsTold() {
        TENANT.admin()
                .post(TENANT.path("/customers/" + id() + "/password"), Map.of())
                .expect(200);

        assertOneNotice("An administrator has just set another password");
    }

    @Test
    void whomAnAdministratorGivesOneAtKeycloaksRestIsToldInTheOwnLanguage() {
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + id(),
                        Map.of("email", email, "attributes", Map.of("locale", List.of("de"))))
                .expect(204);
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + id() + "/reset-password",
                        Map.of("type", "password", "value", "Owners-New-Secret-7", "temporary", false))
                .expect(204);

        assertOneNotice("Ein Administrator hat gerade ein anderes Passwort");
    }

    @Test
    void anAuthenticatorAppThatIsAddedAndRemovedIsTold() {
        Journey journey = signedIn();
        FormPage code = journey.browser()
                .open(shop.signIn(Map.of("kc_action", "CONFIGURE_TOTP")).uri());
        FormPage page = journey.typeCode(code.asking("code"), MAIL.codeFor(email));
        AuthenticatorApp set =
                new AuthenticatorApp(page.document().select("[name=totpSecret]").val());

        post(journey.browser(), page, Map.of("totp", set.code())).returned();
        assertThat(MAIL.nextTo(email).text()).contains("was added to your account", "authenticator app");
        String app = TENANT
                .admin()
                .get("/" + TENANT.realm() + "/users/" + id() + "/credentials")
                .expect(200)
                .json()
                .findParents("type")
                .stream()
                .filter(credential -> credential.path("type").asText().equals("otp"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        FormPage ask = journey.browser()
                .open(shop.signIn(Map.of("kc_action", "delete_credential:" + app))
                        .uri());
        post(journey.browser(), ask, Map.of("accept", "yes")).returned();

        assertThat(MAIL.nextTo(email).text()).contains("was removed from your account", "authenticator app");
    }

    @Test
    void whoSignsUpOrIsInvitedIsToldNothing() {
        String newcomer = Customers.anyone();
        Journey.at(shop, MAIL).signUp(newcomer, Map.of());
        String invited = Customers.anyone();
        TENANT.admin()
                .post(TENANT.path("/customers"), Map.of("email", invited, "invitation", Map.of()))
                .expect(201);
        InvitedPerson.followsTheMail(MAIL, invited, Journey.PASSWORD);

        assertOneNoticeOfAnother();
        assertThat(MAIL.countTo(newcomer)).isEqualTo(1);
        assertThat(MAIL.countTo(invited)).isEqualTo(1);
    }

    @Test
    void whoseAddressAnAdministratorChangesIsToldAtTheOldOne() {
        String newAddress = Customers.anyone();
        TENANT.admin()
                .put(TENANT.path("/customers/" + id()), Map.of("email", newAddress))
                .expect(200);

        assertOneNotice("Your email address was changed", "at Contoso");
        assertThat(MAIL.countTo(newAddress)).isZero();
    }

    @Test
    void anAddressThatNobodyHasProvenIsToldNothing() {
        TENANT.admin()
                .put("/" + TENANT.realm() + "/users/" + id(), Map.of("email", email, "emailVerified", false))
                .expect(204);
        TENANT.admin()
                .post(TENANT.path("/customers/" + id() + "/password"), Map.of())
                .expect(200);

        assertOneNoticeOfAnother();
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void aMailboxGetsFiveNoticesOfAChangeAndStillThatOfAnother() {
        for (int password = 0; password < 40; password++) {
            TENANT.admin()
                    .post(TENANT.path("/customers/" + id() + "/password"), Map.of())
                    .expect(200);
        }
        TENANT.admin()
                .put(TENANT.path("/customers/" + id()), Map.of("email", Customers.anyone()))
                .expect(200);

        MAIL.mail(email, 5);
        assertOneNoticeOfAnother();
        assertThat(MAIL.countTo(email)).isEqualTo(6);
    }

    /** One that is handed over later has come, and none is on its way any more, so what was to come before has come. */
    private static void assertOneNoticeOfAnother() {
        String another = Customers.anyone();
        TENANT.existingCustomer(another, Journey.PASSWORD);
        TENANT.admin()
                .post(
                        TENANT.path("/customers/"
                                + TENANT.customer(another).path("id").asText() + "/password"),
                        Map.of())
                .expect(200);
        assertThat(MAIL.nextTo(another).text()).contains("An administrator");
        Waits.until(
                "all mails to have left",
                Duration.ofSeconds(10),
                () -> Scrape.of(TENANT.server()).value("xt_otp_mail_pending") == 0);
    }

    private void assertOneNotice(String... texts) {
        Mail notice = MAIL.nextTo(email);
        assertThat(notice.text()).contains(texts);
        assertThat(notice.code()).isEmpty();
        assertOneNoticeOfAnother();
        assertThat(MAIL.countTo(email)).isEqualTo(1);
    }

    private static FormPage post(FormBrowser browser, FormPage page, Map<String, String> fields) {
        Element form = page.document().selectFirst("form[method=post]:not([id*=locale])");
        Map<String, String> all = new HashMap<>();
        form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.attr("value")));
        all.putAll(fields);
        return browser.post(URI.create(form.absUrl("action")), all);
    }

    private Journey signedIn() {
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        return journey;
    }

    private String id() {
        return TENANT.customer(email).path("id").asText();
    }
}
