package dev.externaltenants.tests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.inbox.Mail;
import dev.externaltenants.tests.harness.AddressChange;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.ScriptedSmtpServer;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Reply;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Step;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail of an app wears the app's theme, whoever writes it and whenever; one of no app wears the tenant's brand. */
@Tag("any-database")
final class MailBrandTest {

    /** The banner logos tell the brands apart. */
    private static final String TENANTS_LOGO = "width=\"200\" height=\"30\"";

    private static final String CLUBS_LOGO = "width=\"120\" height=\"20\"";
    private static final String TENANTS_ACCENT = "#b0005a";
    private static final String CLUBS_ACCENT = "#003a8c";

    /** More than the pause before a second try. */
    private static final Duration SECOND_TRY = Duration.ofSeconds(20);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("mail-brand", MAIL);

    private static String flow;
    private static RelyingParty shop;
    private static RelyingParty club;

    private String email;

    @BeforeAll
    static void twoBrands() {
        flow = TENANT.userFlow(FlowSpec.named("customers"));
        TENANT.userFlow(FlowSpec.named("codes").byCode());
        shop = TENANT.app("shop", flow);
        club = TENANT.app("club", flow);
        brand("/branding", TENANTS_ACCENT, 200, 30);
        TENANT.admin().post(TENANT.path("/themes"), Map.of("name", "club")).expect(201);
        brand("/themes/club", CLUBS_ACCENT, 120, 20);
        wearsClub("club");
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
    }

    @Test
    void theCodeOfASignUpIsOfTheApp() {
        Journey.at(club, MAIL).codePage(email);
        assertOfClub(MAIL.nextTo(email));

        String another = Customers.anyone();
        Journey.at(shop, MAIL).codePage(another);
        assertOfTenant(MAIL.nextTo(another));
    }

    @Test
    void theCodeOfASignInIsOfTheApp() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(club, MAIL);

        journey.switchTo(journey.identified(email), "code");

        assertOfClub(MAIL.nextTo(email));
    }

    @Test
    void theCodeThatIsTheSecondFactorIsOfTheApp() {
        RelyingParty vault =
                TENANT.app("vault", TENANT.userFlow(FlowSpec.named("vault").requiresMfa()));
        wearsClub("vault");
        TENANT.existingCustomer(email, Journey.PASSWORD);

        Journey.at(vault, MAIL).passwordGiven(email, Journey.PASSWORD).asking("code");

        assertOfClub(MAIL.nextTo(email));
    }

    @Test
    void theCodeOfAResetAndTheNoticeOfItAreOfTheApp() {
        TENANT.existingCustomer(email, Journey.PASSWORD);

        ForgottenPassword.at(club, MAIL).reset(email).returned();

        assertOfClub(MAIL.mail(email, 0));
        assertOfClub(MAIL.mail(email, 1));
    }

    @Test
    void theMailThatNoAccountIsThereToResetIsOfTheApp() {
        ForgottenPassword.at(club, MAIL).codePage(email);

        assertOfClub(MAIL.nextTo(email));
    }

    @Test
    void theCodeToAnotherAddressAndTheNoticeToTheOldOneAreOfTheApp() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String another = Customers.anyone();

        AddressChange.of(email, club, MAIL).to(another);

        assertOfClub(MAIL.mail(another, 0));
        assertOfClub(MAIL.mail(email, 0));
    }

    @Test
    void anInvitationIsOfTheAppItLeadsTo() {
        invite(email, Map.of("application", "club"));
        assertOfClub(MAIL.nextTo(email));

        String another = Customers.anyone();
        invite(another, Map.of());
        assertOfTenant(MAIL.nextTo(another));
    }

    @Test
    void whatIsDoneAtTheAccountPageIsOfTheTenant() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        OwnAccount account = OwnAccount.of(TENANT, email);
        FormPage page = account.press(account.open("sign-in"), "xt-change-password", Map.of());

        InvitedPerson.choosePassword(account.browser(), page, "Owners-New-Secret-7");

        assertOfTenant(MAIL.nextTo(email));
    }

    /** Whoever calls the REST does so by a client, too, which may have a theme. */
    @Test
    void whatAnAdministratorDoesIsOfTheTenantWhateverClientCalls() {
        AdminApi helpdesk = TENANT.admin().withToken(tokenOfADaemonThatWearsClub());
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String id = TENANT.customer(email).path("id").asText();

        helpdesk.post(TENANT.path("/customers/" + id + "/password"), Map.of()).expect(200);
        helpdesk.put("/" + TENANT.realm() + "/users/" + id + "/execute-actions-email", List.of("UPDATE_PASSWORD"))
                .expect(204);

        assertOfTenant(MAIL.nextTo(email));
        assertOfTenant(MAIL.nextTo(email));
    }

    @Test
    void keycloaksOwnMailInASignInIsOfTheApp() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String user = "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
        TENANT.admin()
                .put(user, Map.of("email", email, "emailVerified", false, "requiredActions", List.of("VERIFY_EMAIL")))
                .expect(204);

        Journey.at(club, MAIL).passwordGiven(email, Journey.PASSWORD);

        assertOfClub(MAIL.nextTo(email));
    }

    @Test
    void keycloaksOwnNoticeOfAnEventIsOfTheApp() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        listeners(List.of("email"));
        try {
            Journey.at(club, MAIL).passwordGiven(email, "wrong");

            assertOfClub(MAIL.nextTo(email));
        } finally {
            listeners(List.of());
        }
    }

    private static void listeners(List<String> ids) {
        TENANT.admin().put("/" + TENANT.realm(), Map.of("eventsListeners", ids)).expect(204);
    }

    @Test
    void linksToPrivacyAndTermsAreThoseOfTheAppInTheMailsLanguage() {
        TENANT.admin()
                .put(
                        TENANT.path("/themes/club"),
                        Map.of(
                                "accentColor",
                                CLUBS_ACCENT,
                                "texts",
                                Map.of("privacyUrl", "https://club.example/privacy"),
                                "localizations",
                                Map.of("de", Map.of("privacyText", "Was wir wissen"))))
                .expect(200);
        TENANT.admin().post(TENANT.path("/themes/club/publish"), null).expect(200);
        try {
            FormBrowser german = new FormBrowser(Map.of("Accept-Language", "de"));
            FormPage signIn = german.open(club.signIn().uri());
            german.submit(german.open(signIn.signUpLink()), Map.of("email", email));
            String another = Customers.anyone();
            Journey.at(shop, MAIL).codePage(another);

            assertThat(MAIL.nextTo(email).html())
                    .containsPattern("href=\"https://club.example/privacy\"[^>]*><bdi>Was wir wissen<");
            assertThat(MAIL.nextTo(another).html()).doesNotContain("club.example");
        } finally {
            TENANT.admin()
                    .put(TENANT.path("/themes/club"), Map.of("accentColor", CLUBS_ACCENT))
                    .expect(200);
            TENANT.admin().post(TENANT.path("/themes/club/publish"), null).expect(200);
        }
    }

    /** Who may write a brand must not lead those astray who may do more. */
    @Test
    void theInvitationOfAnAdministratorHasTheLookOfTheTenantAndNoLinksOfIt() {
        Map<String, Object> look = Map.of("accentColor", TENANTS_ACCENT);
        Map<String, Object> links = Map.of("privacyUrl", "https://tenant.example/privacy");
        TENANT.admin()
                .put(TENANT.path("/branding"), Map.of("accentColor", TENANTS_ACCENT, "texts", links))
                .expect(200);
        TENANT.admin().post(TENANT.path("/branding/publish"), null).expect(200);
        try {
            TENANT.admin()
                    .post(
                            TENANT.path("/administrators"),
                            Map.of("email", email, "roles", List.of("xt-branding-administrator"), "invite", true))
                    .expect(201);

            Mail invitation = MAIL.nextTo(email);
            assertOfTenant(invitation);
            assertThat(invitation.html()).doesNotContain("tenant.example");
        } finally {
            TENANT.admin().put(TENANT.path("/branding"), look).expect(200);
            TENANT.admin().post(TENANT.path("/branding/publish"), null).expect(200);
        }
    }

    /** The address of the logo is that of the server as the request had it, unless the operator has set one. */
    @Test
    void whereNobodySaysTheServersAddressAMailLeavesWithTheNameForTheLogo() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String id = TENANT.customer(email).path("id").asText();

        TestSupport.of(TENANT.server()).sendMailOfATask(TENANT.realm(), id);

        assertThat(MAIL.nextTo(email).html())
                .contains("https://id.example.com/reset", TENANTS_ACCENT, "Contoso")
                .doesNotContain("<img");
    }

    @Test
    void aMailOfATaskHasTheLogoWhereTheServersAddressIsSet() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String id = TENANT.customer(email).path("id").asText();
        frontendUrl("https://id.contoso.example");
        try {
            TestSupport.of(TENANT.server()).sendMailOfATask(TENANT.realm(), id);
        } finally {
            frontendUrl("");
        }

        assertThat(MAIL.nextTo(email).html())
                .contains("src=\"https://id.contoso.example/realms/" + TENANT.realm() + "/xt-brand/", TENANTS_LOGO);
    }

    private static void frontendUrl(String url) {
        TENANT.admin()
                .put("/" + TENANT.realm(), Map.of("attributes", Map.of("frontendUrl", url)))
                .expect(204);
    }

    @Test
    void aMailThatIsSentOnceMoreIsStillOfTheApp() {
        assertThat(sentOnceMore(club, () -> {})).contains(CLUBS_LOGO);
    }

    @Test
    void aMailOfAnAppThatIsGoneMeanwhileIsSentAndOfTheTenant() {
        RelyingParty popUp = TENANT.app("pop-up", flow);
        wearsClub("pop-up");
        String app = "/" + TENANT.realm() + "/clients/" + AdminDoorsTest.idOfClient(TENANT, "pop-up");

        assertThat(sentOnceMore(popUp, () -> TENANT.admin().delete(app).expect(204)))
                .contains(TENANTS_LOGO)
                .doesNotContain(CLUBS_LOGO);
    }

    /** Returns the code mail of which the first try failed after something had been done. */
    private String sentOnceMore(RelyingParty app, Runnable meanwhile) {
        CountDownLatch done = new CountDownLatch(1);
        StringBuilder mail = new StringBuilder();
        MAIL.scriptedWhile(
                port -> ScriptedSmtpServer.start(port)
                        .at(Step.MAIL, Reply.after(done, Reply.line("451 later")), Reply.line("250 go on")),
                server -> {
                    Journey.at(app, MAIL).codePage(email);
                    meanwhile.run();
                    done.countDown();
                    Waits.until("the second try", SECOND_TRY, () -> !server.contents()
                            .isEmpty());
                    mail.append(server.contents().get(0));
                });
        // As the lines of a mail are broken and its equals signs written.
        return mail.toString().replaceAll("=\\r?\\n", "").replace("=3D", "=");
    }

    private static void assertOfClub(Mail mail) {
        assertThat(mail.html()).as(mail.subject()).contains(CLUBS_LOGO).doesNotContain(TENANTS_LOGO, TENANTS_ACCENT);
    }

    private static void assertOfTenant(Mail mail) {
        assertThat(mail.html()).as(mail.subject()).contains(TENANTS_LOGO).doesNotContain(CLUBS_LOGO, CLUBS_ACCENT);
    }

    private static void invite(String address, Map<String, String> invitation) {
        TENANT.admin()
                .post(TENANT.path("/customers"), Map.of("email", address, "invitation", invitation))
                .expect(201);
    }

    private static void brand(String path, String accent, int width, int height) {
        TENANT.admin()
                .put(TENANT.path(path + "/images/bannerLogo"), Map.of("content", png(width, height)))
                .expect(200);
        TENANT.admin().put(TENANT.path(path), Map.of("accentColor", accent)).expect(200);
        TENANT.admin().post(TENANT.path(path + "/publish"), null).expect(200);
    }

    private static void wearsClub(String clientId) {
        TENANT.admin()
                .put(TENANT.path("/themes/club/applications/" + clientId), null)
                .expect(204);
    }

    private static String tokenOfADaemonThatWearsClub() {
        String realm = "/" + TENANT.realm();
        JsonNode daemon = TENANT.admin()
                .post(TENANT.path("/applications"), Map.of("type", "daemon", "clientId", "helpdesk"))
                .expect(201)
                .json();
        wearsClub("helpdesk");
        String client = AdminDoorsTest.idOfClient(TENANT, "helpdesk");
        String management = AdminDoorsTest.idOfClient(TENANT, "realm-management");
        List<JsonNode> role = List.of(AdminDoorsTest.administratorRole(TENANT, "realm-admin"));
        String account = TENANT.admin()
                .get(realm + "/clients/" + client + "/service-account-user")
                .json()
                .path("id")
                .asText();
        TENANT.admin()
                .post(realm + "/users/" + account + "/role-mappings/clients/" + management, role)
                .expect(204);
        TENANT.admin()
                .post(realm + "/clients/" + client + "/scope-mappings/clients/" + management, role)
                .expect(204);
        return RelyingParty.of(TENANT, "helpdesk", daemon.path("secret").asText())
                .tokenRequest(Map.of("grant_type", "client_credentials"))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private static String png(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(file.toByteArray());
    }
}
