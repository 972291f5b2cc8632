package dev.externaltenants.tests;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An identity provider lets in customers of the apps whose user flow lists it, by whatever door they come. */
@Tag("any-database")
final class IdentityProviderDoorsTest {

    private static final String REFUSED = "This app does not offer this way to sign in.";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("provider-doors", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    private static RelyingParty shop;
    private static RelyingParty partners;
    private static RelyingParty backOffice;

    @BeforeAll
    static void providersThatKeycloakMade() {
        PROVIDER.createIn(TENANT, "fabrikam", Map.of());
        PROVIDER.createIn(TENANT, "litware", Map.of());
        PROVIDER.createIn(TENANT, "asleep", Map.of("enabled", false));
        PROVIDER.createIn(TENANT, "unseen", Map.of("config", hidden("unseen.example")));
        // Keycloak's own flow would create an account for anybody.
        PROVIDER.createIn(TENANT, "stranger", Map.of("firstBrokerLoginFlowAlias", "first broker login"));
        shop = TENANT.app("shop", TENANT.userFlow(listing("shop", "litware", "fabrikam", "asleep", "unseen")));
        partners = TENANT.app("partners", TENANT.userFlow(listing("partners", "litware")));
        backOffice = TENANT.app("back-office", null);
    }

    @Test
    void pagesShowTheListedProvidersInTheOrderOfTheList() {
        FormPage signIn = Journey.at(shop, MAIL).signInPage();

        assertThat(buttons(signIn)).containsExactly("Continue with Litware", "Continue with Fabrikam");
        assertThat(buttons(Journey.at(shop, MAIL).emailPage()))
                .containsExactly("Continue with Litware", "Continue with Fabrikam");
        assertThat(buttons(Journey.at(partners, MAIL).signInPage())).containsExactly("Continue with Litware");
        assertThat(buttons(Journey.at(backOffice, MAIL).signInPage())).isEmpty();
    }

    @Test
    void aCustomerSignsInByAButton() {
        String id = linked("fabrikam", "by-button");
        FormBrowser browser = new FormBrowser();
        SignIn signIn = shop.signIn();

        FormPage page = PROVIDER.through(browser, browser.open(button(browser.open(signIn.uri()), "fabrikam")));

        assertThat(signIn.redeem(page.returned()).id().getSubject()).isEqualTo(id);
    }

    @Test
    void theBrokerUrlOfAnUnlistedProviderIsRefusedBeforeTheCustomerLeaves() {
        FormBrowser browser = new FormBrowser();
        URI ofLitware = button(browser.open(partners.signIn().uri()), "litware");

        assertRefused(browser.open(other(ofLitware, "fabrikam")));
    }

    @Test
    void anAppOfNoFlowHasNoProviders() {
        FormBrowser browser = new FormBrowser();
        browser.open(shop.signIn().uri());
        FormPage identify = browser.open(backOffice.signIn().uri());

        assertRefused(browser.open(brokerUrl(identify, "fabrikam")));
    }

    @Test
    void theAnswerOfAProviderThatIsNoLongerListedIsRefused() {
        linked("litware", "late");
        String flow = TENANT.userFlow(listing("short-lived", "litware"));
        RelyingParty app = TENANT.app("short-lived", flow);
        FormBrowser browser = new FormBrowser();
        FormPage leaving = browser.open(button(browser.open(app.signIn().uri()), "litware"));

        TENANT.admin()
                .put(TENANT.path("/user-flows/" + flow), listing("short-lived").json())
                .expect(200);

        assertRefused(PROVIDER.through(browser, leaving));
    }

    @Test
    void aStrangersFirstSignInWithAnUnlistedProviderCreatesNobody() {
        long before = TENANT.customers();
        PROVIDER.signsIn("stranger", Map.of("email", "stranger@example.com", "email_verified", true));
        FormBrowser browser = new FormBrowser();
        FormPage leaving = browser.open(button(browser.open(partners.signIn().uri()), "litware"));

        // Back at the address of another provider than the one that was listed.
        URI answer = browser.open(leaving.returned()).returned();
        assertThat(browser.open(other(answer, "stranger")).status()).isGreaterThanOrEqualTo(400);
        FormBrowser another = new FormBrowser();
        assertRefused(another.open(other(button(another.open(partners.signIn().uri()), "litware"), "stranger")));
        assertThat(TENANT.customers()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kc_idp_hint=fabrikam",
                "kc_idp_hint=unseen",
                "domain_hint=unseen.example",
                "domain_hint=UNSEEN.example"
            })
    void aHintLeadsToAListedProvider(String hint) {
        assertThat(new FormBrowser().open(hinted(shop, hint)).returned().toString())
                .startsWith(PROVIDER.issuer() + "/authorize");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kc_idp_hint=fabrikam",
                "kc_idp_hint=nobody",
                "kc_idp_hint=",
                "domain_hint=unseen.example",
                "domain_hint=Google",
                "domain_hint=%F0%9F%98%80"
            })
    void aHintToAnyOtherShowsThePage(String hint) {
        FormPage page = new FormBrowser().open(hinted(partners, hint)).asking("username");

        assertThat(buttons(page)).containsExactly("Continue with Litware");
    }

    @Test
    void aHintToAProviderThatIsSwitchedOffShowsThePage() {
        new FormBrowser().open(hinted(shop, "kc_idp_hint=asleep")).asking("username");
    }

    @Test
    void promptSelectAccountOverridesTheHint() {
        new FormBrowser()
                .open(hinted(shop, "kc_idp_hint=fabrikam&prompt=select_account"))
                .asking("username");
    }

    @Test
    void theDomainOfATypedAddressLeadsToItsProviderIfTheFlowListsIt() {
        FormPage atShop = Journey.at(shop, MAIL).identified("kim@Unseen.example");
        FormPage atPartners = Journey.at(partners, MAIL).identified("kim@unseen.example");

        assertThat(atShop.returned().toString()).startsWith(PROVIDER.issuer() + "/authorize");
        assertThat(atPartners.asks("password")).isTrue();
    }

    @Test
    void singleSignOnLeadsPastNoList() {
        linked("fabrikam", "single-sign-on");
        FormBrowser browser = new FormBrowser();
        PROVIDER.through(browser, browser.open(hinted(shop, "kc_idp_hint=fabrikam")))
                .returned();

        assertThat(browser.open(shop.signIn().uri()).leftFor()).isNotNull();
        FormPage atPartners = browser.open(partners.signIn().uri());
        assertThat(atPartners.asks("password")).as(atPartners.toString()).isTrue();
        assertThat(buttons(atPartners)).containsExactly("Continue with Litware");
        assertThat(browser.open(hinted(partners, "prompt=none")).returned().getQuery())
                .contains("error=login_required");
    }

    @Test
    void aSessionThatAlsoProvedThePasswordSuitsEveryApp() {
        String email = linkedEmail("fabrikam", "both-ways");
        FormBrowser browser = new FormBrowser();
        PROVIDER.through(browser, browser.open(hinted(shop, "kc_idp_hint=fabrikam")))
                .returned();

        SignIn atPartners = partners.signIn();
        FormPage password = browser.open(atPartners.uri()).asking("password");
        URI returned =
                browser.submit(password, Map.of("password", Journey.PASSWORD)).returned();

        assertThat(atPartners.redeem(returned).id().getClaim("email")).isEqualTo(email);
        assertThat(browser.open(partners.signIn().uri()).leftFor()).isNotNull();
    }

    @Test
    void aRefreshTokenIsWorthNothingOnceTheFlowListsTheProviderNoMore() {
        linked("litware", "refresh");
        String flow = TENANT.userFlow(listing("refreshing", "litware"));
        RelyingParty app = TENANT.app("refreshing", flow);
        FormBrowser browser = new FormBrowser();
        SignIn signIn = app.signIn(Map.of("kc_idp_hint", "litware"));
        SignIn.Tokens tokens = signIn.redeem(
                PROVIDER.through(browser, browser.open(signIn.uri())).returned());
        signIn.refresh(tokens.refreshToken()).expect(200);

        TENANT.admin()
                .put(TENANT.path("/user-flows/" + flow), listing("refreshing").json())
                .expect(200);

        JsonNode answer = signIn.refresh(tokens.refreshToken()).expect(400).json();
        assertThat(answer.path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void anAccountIsLinkedOnlyToAProviderThatTheFlowLists() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(partners, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();

        assertThat(journey.browser()
                        .open(hinted(partners, "kc_action=idp_link:litware"))
                        .text())
                .contains("Do you want to sign in with Litware as well from now on?");
        assertRefused(journey.browser().open(hinted(partners, "kc_action=idp_link:fabrikam")));
    }

    /** Keycloak's old door to linking, which operators can open; an app goes through it without a page of ours. */
    @Test
    void anAppLinksItsCustomerOnlyToAProviderThatItsFlowLists() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(partners, MAIL);
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());

        assertThat(journey.browser()
                        .open(linkUrl(partners, tokens, "litware"))
                        .returned()
                        .toString())
                .startsWith(PROVIDER.issuer() + "/authorize");
        assertRefused(journey.browser().open(linkUrl(partners, tokens, "fabrikam")));
    }

    @Test
    void aProviderThatIsRemovedGoesOutOfTheListsAndOneOfItsAliasIsNotLetIn() {
        PROVIDER.createIn(TENANT, "passing", Map.of());
        String flow = TENANT.userFlow(listing("with-passing", "passing", "litware"));
        TENANT.admin()
                .delete("/" + TENANT.realm() + "/identity-provider/instances/passing")
                .expect(204);
        PROVIDER.createIn(TENANT, "passing", Map.of());

        JsonNode after = TENANT.admin()
                .get(TENANT.path("/user-flows/" + flow))
                .expect(200)
                .json();

        assertThat(after.path("identityProviders")).hasSize(1);
        assertThat(after.path("identityProviders").get(0).asText()).isEqualTo("litware");
        assertThat(after.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void aFlowListsOnlyProvidersThatTheTenantHas() {
        JsonNode answer = TENANT.admin()
                .post(
                        TENANT.path("/user-flows"),
                        listing("dreamer", "litware", "dream").json())
                .expect(400)
                .json();

        assertThat(answer.path("error").asText()).isEqualTo("xt_flow_identity_provider_unknown");
        assertThat(answer.path("field").asText()).isEqualTo("identityProviders[1]");
    }

    private static FlowSpec listing(String name, String... aliases) {
        return FlowSpec.named(name).lists(aliases);
    }

    private static Map<String, Object> hidden(String domain) {
        Map<String, Object> config = new HashMap<>(PROVIDER.config());
        config.put("hideOnLoginPage", "true");
        config.put("xtDomains", domain);
        return config;
    }

    private static URI hinted(RelyingParty app, String parameters) {
        return URI.create(app.signIn().uri() + "&" + parameters);
    }

    private static List<String> buttons(FormPage page) {
        return page.document().select("a[id^=xt-provider-]").eachText();
    }

    private static URI button(FormPage page, String alias) {
        return URI.create(page.document().select("#xt-provider-" + alias).attr("abs:href"));
    }

    private static URI other(URI ofOne, String alias) {
        return URI.create(ofOne.toString().replace("/broker/litware/", "/broker/" + alias + "/"));
    }

    /** What the button would be if there were one. */
    private static URI brokerUrl(FormPage page, String alias) {
        return URI.create(page.action()
                .toString()
                .replace("/login-actions/authenticate", "/broker/" + alias + "/login")
                .replaceAll("execution=[^&]*&", ""));
    }

    /** With a digest that only who knows the session can make: of the kind that PKCE has as well. */
    private static URI linkUrl(RelyingParty app, SignIn.Tokens tokens, String alias) {
        CodeVerifier known = new CodeVerifier("a-nonce" + tokens.id().getClaim("sid") + app.clientId() + alias);
        return URI.create(TENANT.issuer() + "/broker/" + alias + "/link?"
                + Forms.encode(Map.of(
                        "client_id",
                        app.clientId(),
                        "redirect_uri",
                        RelyingParty.CALLBACK.toString(),
                        "nonce",
                        "a-nonce",
                        "hash",
                        CodeChallenge.compute(CodeChallengeMethod.S256, known).getValue())));
    }

    private static void assertRefused(FormPage page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(403);
        assertThat(page.text()).contains(REFUSED);
    }

    /** Makes a customer who is linked to an account at the provider, and signs that in there; returns the customer's id. */
    private static String linked(String alias, String subject) {
        return TENANT.customer(linkedEmail(alias, subject)).path("id").asText();
    }

    private static String linkedEmail(String alias, String subject) {
        String email = subject + "@example.com";
        TENANT.existingCustomer(email, Journey.PASSWORD);
        TENANT.link(email, alias, subject);
        PROVIDER.signsIn(subject, Map.of("email", email, "email_verified", true));
        return email;
    }
}
