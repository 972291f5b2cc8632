package dev.externaltenants.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody but its customer opens an account, and nobody makes the customer's browser change it. */
@Tag("any-database")
final class AccountDoorsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("account-doors", MAIL);

    @RegisterExtension
    static final Tenant OTHER = Tenant.named("account-doors-other", MAIL);

    @RegisterExtension
    static final Tenant STRICT = Tenant.named("account-doors-strict", MAIL);

    private static final List<String> PAGES = List.of("", "sign-in", "privacy", "privacy/data", "privacy/deletion");

    private static final List<String> ACTIONS = List.of(
            "",
            "e-mail",
            "sign-in/password",
            "sign-in/second-factor",
            "sign-in/second-factor/removal",
            "sign-in/connection",
            "sign-in/disconnection",
            "sign-in/sign-out-elsewhere",
            "privacy/withdrawal",
            "privacy/deletion/proof",
            "privacy/deletion");

    private static RelyingParty shop;
    private static RelyingParty relaxed;

    private String email;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        relaxed = STRICT.app("relaxed", STRICT.userFlow(FlowSpec.named("relaxed")));
        STRICT.app("secured", STRICT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void whoIsNotSignedInComesToTheSignInAndBack() {
        for (String page : PAGES) {
            OwnAccount account = OwnAccount.in(TENANT, new FormBrowser());
            FormPage signIn = account.open(page).asking("username");

            String asked = page.equals("privacy/data") ? "privacy" : page;
            assertThat(account.signIn(signIn, email).uri()).isEqualTo(account.address(asked));
        }
    }

    @Test
    void whoIsNotSignedInChangesNothing() {
        for (String action : ACTIONS) {
            OwnAccount account = OwnAccount.in(TENANT, new FormBrowser());

            assertThat(account.browser()
                            .post(account.address(action), Map.of("attr.givenName", "Eve"))
                            .asks("username"))
                    .as(action)
                    .isTrue();
        }
    }

    @Test
    void theSessionOfAnAppIsEnoughWhereItProvedEnough() {
        FormBrowser browser = new FormBrowser();
        SignIn atShop = shop.signIn();
        FormPage password = browser.submit(browser.open(atShop.uri()).asking("username"), Map.of("username", email));
        browser.submit(password, Map.of("password", Journey.PASSWORD)).returned();

        assertThat(OwnAccount.in(TENANT, browser).open("").text()).contains(email);
    }

    @Test
    void theCookieOfAnotherTenantOpensNothing() {
        OTHER.existingCustomer(email, Journey.PASSWORD);
        FormBrowser browser = OwnAccount.of(OTHER, email).browser();

        FormPage page = OwnAccount.in(TENANT, browser).open("");

        assertThat(page.asks("username")).as(page.toString()).isTrue();
    }

    @Test
    void oneFactorIsNotEnoughWhereAUserFlowAsksForTwo() {
        STRICT.existingCustomer(email, Journey.PASSWORD);
        FormBrowser browser = new FormBrowser();
        FormPage password =
                browser.submit(browser.open(relaxed.signIn().uri()).asking("username"), Map.of("username", email));
        browser.submit(password, Map.of("password", Journey.PASSWORD)).returned();
        OwnAccount account = OwnAccount.in(STRICT, browser);

        FormPage posted = browser.post(account.address(""), Map.of("attr.givenName", "Eve"));
        assertThat(posted.asks("code")).as(posted.toString()).isTrue();

        FormPage proven = browser.submit(posted, Map.of("code", MAIL.codeFor(email), "action", "verify"));
        assertThat(proven.uri()).isEqualTo(account.address(""));
        assertThat(proven.text()).contains(email);
    }

    @Test
    void aSecondFactorThatIsAskedLaterIsAskedOfAnOpenPage() {
        Tenant tightened = Tenant.named("account-doors-later", MAIL).create();
        try {
            tightened.existingCustomer(email, Journey.PASSWORD);
            OwnAccount account = OwnAccount.of(tightened, email);
            String token = account.token();
            tightened.userFlow(FlowSpec.named("secured").requiresMfa());

            FormPage posted = account.browser().post(account.address("privacy/deletion"), Map.of("token", token));

            assertThat(posted.asks("code")).as(posted.toString()).isTrue();
        } finally {
            tightened.delete();
        }
    }

    @Test
    void whatTheCustomerHasToDoFirstIsDoneFirst() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        TENANT.admin()
                .put(userPath(email), Map.of("email", email, "requiredActions", List.of("UPDATE_PASSWORD")))
                .expect(204);

        FormPage page = account.open("sign-in");

        assertThat(page.asks("password-new")).as(page.toString()).isTrue();
        FormPage posted = account.browser().post(account.address(""), Map.of("attr.givenName", "Eve"));
        assertThat(posted.asks("password-new")).as(posted.toString()).isTrue();
    }

    @Test
    void aPageThatIsLookedAtLaterGoesByTheSignInAgainUnseen() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(20), () -> {
            FormPage page = account.open("privacy");
            assertThat(page.uri()).isEqualTo(account.address("privacy"));
        });
        assertThat(TENANT.admin()
                        .get("/" + TENANT.realm() + "/events?type=LOGIN&client=account&user="
                                + TENANT.customer(email).path("id").asText())
                        .expect(200)
                        .json())
                .hasSize(2);
    }

    @Test
    void aFormWithoutTheTokenOfThisBrowserChangesNothing() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        String foreign = OwnAccount.of(TENANT, email).token();

        assertThat(foreign).isNotEmpty().isNotEqualTo(account.token());
        for (String action : ACTIONS) {
            for (Map<String, String> form : List.of(
                    Map.of("attr.givenName", "Eve"),
                    Map.of("attr.givenName", "Eve", "token", ""),
                    Map.of("attr.givenName", "Eve", "token", foreign))) {
                FormPage page = account.browser().post(account.address(action), form);

                assertThat(page.status()).as(action + form).isEqualTo(403);
                assertThat(page.text()).contains("was not opened here");
            }
        }
        assertThat(TENANT.customer(email).path("firstName").asText()).isEqualTo("Kim");
        assertThat(TENANT.customer(email).path("enabled").asBoolean()).isTrue();
    }

    @Test
    void aLookChangesNothing() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        String token = account.token();
        JsonNode before = TENANT.customer(email);

        for (String action : ACTIONS) {
            account.open(action + "?token=" + token + "&attr.givenName=Eve&language=de&provider=x");
        }

        assertThat(TENANT.customer(email)).isEqualTo(before);
    }

    /** What a link of somebody else could hold. */
    @Test
    void aReturnThatNobodyWentOnIsNone() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage page = account.open("sign-in?state=x&code=y&kc_action=UPDATE_PASSWORD&kc_action_status=success");

        assertThat(page.uri()).isEqualTo(account.address("sign-in"));
        assertThat(page.message()).isEmpty();
    }

    @Test
    void whoIsBlockedIsOutAtOnce() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        String token = account.token();
        TENANT.admin()
                .put(userPath(email), Map.of("email", email, "enabled", false))
                .expect(204);

        assertThat(account.open("").asks("username")).isTrue();
        assertThat(account.browser()
                        .post(account.address(""), Map.of("token", token, "attr.givenName", "Eve"))
                        .asks("username"))
                .isTrue();
        assertThat(TENANT.customer(email).path("firstName").asText()).isEqualTo("Kim");
    }

    @Test
    void whomTheOperatorTakesTheRoleFromMayOnlyLook() {
        JsonNode account = TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=account")
                .expect(200)
                .json()
                .path(0);
        String roles = "/" + TENANT.realm() + "/clients/" + account.path("id").asText() + "/roles/";
        JsonNode view = TENANT.admin().get(roles + "view-profile").expect(200).json();
        String mapped = userPath(email) + "/role-mappings";
        JsonNode defaults = TENANT.admin().get(mapped + "/realm").expect(200).json();
        TENANT.admin().call("DELETE", mapped + "/realm", defaults).expect(204);
        OwnAccount own = OwnAccount.in(TENANT, new FormBrowser());

        assertThat(own.signIn(own.open(""), email).status()).isEqualTo(403);
        TENANT.admin()
                .post(mapped + "/clients/" + account.path("id").asText(), List.of(view))
                .expect(204);
        FormPage looked = own.open("");
        assertThat(looked.text()).contains(email);
        assertThat(looked.document().select("#xt-save")).isEmpty();
        assertThat(own.browser()
                        .post(own.address(""), Map.of("token", own.token(), "attr.givenName", "Eve"))
                        .status())
                .isEqualTo(403);
        assertThat(TENANT.customer(email).path("firstName").asText()).isEqualTo("Kim");
    }

    @Test
    void anAccountIsDeletedByTheOneWhoSignsInAgain() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        String id = TENANT.customer(email).path("id").asText();

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(6), () -> {
            FormPage ask = account.open("privacy/deletion");
            assertThat(ask.document().getElementById("xt-delete")).isNull();
            FormPage stale =
                    account.browser().post(account.address("privacy/deletion"), Map.of("token", account.token()));
            assertThat(stale.text()).contains("sign in once more");
            assertThat(TENANT.customer(email).path("enabled").asBoolean()).isTrue();

            FormPage proof = account.press(ask, "xt-prove", Map.of());
            FormPage proven = account.password(proof.asks("username") ? identified(account, proof) : proof);
            FormPage farewell = account.press(proven, "xt-delete", Map.of());

            assertThat(farewell.text()).contains("Your account is deleted").contains("within 30 days");
            assertThat(account.open("").asks("username")).isTrue();
        });
        assertThat(TENANT.customer(email).path("enabled").asBoolean()).isFalse();
        assertThat(TENANT.admin()
                        .get("/" + TENANT.realm() + "/users/" + id + "/sessions")
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(TENANT.admin()
                        .get("/" + TENANT.realm() + "/events?type=DELETE_ACCOUNT&user=" + id)
                        .expect(200)
                        .json())
                .hasSize(1);
        assertThat(Journey.at(shop, MAIL).passwordGiven(email, Journey.PASSWORD).leftFor())
                .isNull();
        TENANT.admin().post(TENANT.path("/customers/" + id + "/restore"), null).expect(200);
        assertThat(Journey.at(shop, MAIL).passwordGiven(email, Journey.PASSWORD).leftFor())
                .isNotNull();
    }

    /** Single sign-on makes no old session a new one. */
    @Test
    void anotherAppsSignInOfLongAgoIsNoProof() {
        FormBrowser browser = new FormBrowser();
        FormPage password =
                browser.submit(browser.open(shop.signIn().uri()).asking("username"), Map.of("username", email));
        browser.submit(password, Map.of("password", Journey.PASSWORD)).returned();
        OwnAccount account = OwnAccount.in(TENANT, browser);

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(6), () -> {
            FormPage ask = account.open("privacy/deletion");

            assertThat(ask.document().getElementById("xt-delete")).isNull();
            browser.post(account.address("privacy/deletion"), Map.of("token", account.token()));
        });
        assertThat(TENANT.customer(email).path("enabled").asBoolean()).isTrue();
    }

    @Test
    void anAdministratorIsNotDeletedHere() {
        String insider = Customers.anyone();
        TENANT.admin()
                .post(TENANT.path("/administrators"), Map.of("email", insider, "roles", List.of("realm-admin")))
                .expect(201);
        TENANT.admin()
                .put(
                        userPath(insider) + "/reset-password",
                        Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))
                .expect(204);
        OwnAccount account = OwnAccount.of(TENANT, insider);

        assertThat(account.open("privacy").text()).contains("You cannot delete this account here.");
        assertThat(account.open("privacy/deletion").status()).isEqualTo(403);
        assertThat(account.browser()
                        .post(account.address("privacy/deletion"), Map.of("token", account.token()))
                        .status())
                .isEqualTo(403);
        assertThat(TENANT.customer(insider).path("enabled").asBoolean()).isTrue();
    }

    @Test
    void nobodyIsDeletedHereWhereTheTenantSwitchesThatOff() {
        OTHER.existingCustomer(email, Journey.PASSWORD);
        OTHER.admin().put(OTHER.path(""), Map.of("selfDeletion", false)).expect(200);
        OwnAccount account = OwnAccount.of(OTHER, email);

        assertThat(account.open("privacy").text()).contains("You cannot delete this account here.");
        assertThat(account.browser()
                        .post(account.address("privacy/deletion"), Map.of("token", account.token()))
                        .status())
                .isEqualTo(403);
        assertThat(OTHER.customer(email).path("enabled").asBoolean()).isTrue();
    }

    private FormPage identified(OwnAccount account, FormPage page) {
        return account.browser().submit(page, Map.of("username", email));
    }

    private static String userPath(String email) {
        return "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
    }
}
