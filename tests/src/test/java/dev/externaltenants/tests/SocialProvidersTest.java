package dev.externaltenants.tests;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's own brokers for Google, Facebook and Microsoft accounts, against endpoints that stand in for theirs. */
@Tag("any-database")
final class SocialProvidersTest {

    private static final String GOOGLE = "https://accounts.google.com";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("social", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    @BeforeAll
    static void standInForThem() {
        for (String host : new String[] {
            "oauth2.googleapis.com",
            "openidconnect.googleapis.com",
            "www.googleapis.com",
            "graph.facebook.com",
            "login.microsoftonline.com",
            "graph.microsoft.com"
        }) {
            TestSupport.of(TENANT.server()).lead(host, PROVIDER.port());
        }
    }

    @Test
    void aCustomerSignsInWithGoogle() {
        add("google");
        String email = linked("google", Map.of("iss", GOOGLE));

        assertThat(signIn("google", "Google", GOOGLE + "/o/oauth2/v2/auth")).isEqualTo(email);
        assertThat(PROVIDER.lastTokenRequest()).containsEntry("client_secret", StandInProvider.CLIENT_SECRET);
    }

    @Test
    void aCustomerSignsInWithFacebook() {
        add("facebook");
        String email = linked("facebook", Map.of());

        assertThat(signIn("facebook", "Facebook", "https://graph.facebook.com/oauth/authorize"))
                .isEqualTo(email);
        assertThat(PROVIDER.lastTokenRequest()).containsEntry("client_secret", StandInProvider.CLIENT_SECRET);
    }

    /** By the button: Entra has no hint for it. */
    @Test
    void aCustomerSignsInWithAMicrosoftAccount() {
        add("microsoft");
        String email = linked("microsoft", Map.of("mail", "kim@outlook.com"));
        RelyingParty app = TENANT.app(
                "microsoft-shop", TENANT.userFlow(FlowSpec.named("microsoft").lists("microsoft")));
        FormBrowser browser = new FormBrowser();
        SignIn signIn = app.signIn();

        URI button = URI.create(browser.open(signIn.uri())
                .document()
                .select("#xt-provider-microsoft")
                .attr("abs:href"));
        URI leaving = browser.open(button).returned();

        assertThat(leaving.toString()).startsWith("https://login.microsoftonline.com/consumers/oauth2/v2.0/authorize?");
        assertThat(signIn.redeem(browser.open(PROVIDER.answerTo(leaving)).returned())
                        .id()
                        .getClaim("email"))
                .isEqualTo(email);
        assertThat(PROVIDER.lastTokenRequest()).containsEntry("client_secret", StandInProvider.CLIENT_SECRET);
    }

    private static void add(String type) {
        TENANT.admin()
                .post(
                        TENANT.path("/identity-providers"),
                        Map.of(
                                "type",
                                type,
                                "clientId",
                                StandInProvider.CLIENT_ID,
                                "clientSecret",
                                StandInProvider.CLIENT_SECRET))
                .expect(201);
    }

    /** Signs in by the hint in Entra's spelling and returns the address in the ID token. */
    private static Object signIn(String type, String hint, String address) {
        RelyingParty app =
                TENANT.app(type + "-shop", TENANT.userFlow(FlowSpec.named(type).lists(type)));
        FormBrowser browser = new FormBrowser();
        browser.open(app.signIn(Map.of("domain_hint", type)).uri()).asking("username");
        SignIn signIn = app.signIn(Map.of("domain_hint", hint));
        URI leaving = browser.open(signIn.uri()).returned();
        assertThat(leaving.toString()).startsWith(address + "?");
        return signIn.redeem(browser.open(PROVIDER.answerTo(leaving)).returned())
                .id()
                .getClaim("email");
    }

    private static String linked(String type, Map<String, Object> further) {
        String email = type + "@example.com";
        TENANT.existingCustomer(email, Journey.PASSWORD);
        TENANT.link(email, type, "subject-at-" + type);
        Map<String, Object> claims = new HashMap<>(further);
        claims.putAll(Map.of("id", "subject-at-" + type, "email", email, "email_verified", true));
        PROVIDER.signsIn("subject-at-" + type, claims);
        return email;
    }
}
