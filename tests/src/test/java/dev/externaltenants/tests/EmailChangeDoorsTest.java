package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.AddressChange;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** No way to another address leads past the code, and administrators go another way. */
@Tag("any-database")
final class EmailChangeDoorsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("email-doors", MAIL);

    private static RelyingParty shop;

    private String email;
    private String wanted;

    @BeforeAll
    static void anApp() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        wanted = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    /** Not even where the operator lets customers edit user names, by which Keycloak would let the address go, too. */
    @Test
    void keycloaksAccountRestTakesNoOtherAddress() {
        TENANT.admin()
                .put("/" + TENANT.realm(), Map.of("editUsernameAllowed", true))
                .expect(204);
        try {
            String token = token();
            ObjectNode account = (ObjectNode) account(token, null).expect(200).json();
            account.put("email", wanted);

            account(token, account.toString());

            assertUnchanged();
        } finally {
            TENANT.admin()
                    .put("/" + TENANT.realm(), Map.of("editUsernameAllowed", false))
                    .expect(204);
        }
    }

    @Test
    void thePersonalDataTakeNoOtherAddress() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        account.save(Map.of("attr.givenName", "Kim", "attr.email", wanted, "email", wanted));

        assertUnchanged();
    }

    @Test
    void keycloaksPageOfTheProfileTakesNoOtherAddress() {
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        FormPage profile = journey.browser()
                .open(shop.signIn(Map.of("kc_action", "UPDATE_PROFILE")).uri())
                .asking("firstName");

        post(journey.browser(), profile, Map.of("email", wanted, "firstName", "Eve", "lastName", "Eve"));

        assertUnchanged();
    }

    /** Keycloak would let such a customer type a first address on that page, and take it as it is. */
    @Test
    void whoHasNoAddressFromBeforeProvesTheFirstOneToo() {
        Tenant older = Tenant.named("email-doors-older", MAIL).createRealm();
        try {
            older.admin()
                    .post(
                            "/" + older.realm() + "/users",
                            Map.of(
                                    "username",
                                    "kim",
                                    "enabled",
                                    true,
                                    "firstName",
                                    "Kim",
                                    "lastName",
                                    "Akers",
                                    "credentials",
                                    List.of(Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))))
                    .expect(201);
            older.admin()
                    .put(older.path(""), Map.of("usernames", Map.of("enabled", true)))
                    .expect(201);
            RelyingParty app = older.app("shop", older.userFlow(FlowSpec.named("customers")));
            Journey journey = Journey.at(app, MAIL);
            journey.passwordGiven("kim", Journey.PASSWORD).returned();
            FormPage profile = journey.browser()
                    .open(app.signIn(Map.of("kc_action", "UPDATE_PROFILE")).uri())
                    .asking("firstName");

            FormPage address = post(
                            journey.browser(),
                            profile,
                            Map.of("email", wanted, "firstName", "Kim", "lastName", "Akers"))
                    .asking("email");
            assertThat(older.customer(wanted).isMissingNode()).isTrue();
            assertThat(address.text()).contains("New email address");
            FormPage code = journey.browser().submit(address, Map.of("email", wanted));
            journey.typeCode(code.asking("code"), MAIL.codeFor(wanted)).returned();

            assertThat(older.customer(wanted).path("emailVerified").asBoolean()).isTrue();
            assertThat(Journey.at(app, MAIL)
                            .passwordGiven("kim", Journey.PASSWORD)
                            .leftFor())
                    .isNotNull();
        } finally {
            older.delete();
        }
    }

    @Test
    void anAdministratorsAddressIsChangedByAnother() {
        String insider = Customers.anyone();
        TENANT.admin()
                .post(TENANT.path("/administrators"), Map.of("email", insider, "roles", List.of("realm-admin")))
                .expect(201);
        TENANT.admin()
                .put(
                        path(insider) + "/reset-password",
                        Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))
                .expect(204);

        FormPage back = AddressChange.of(insider, shop, MAIL).begin();

        assertThat(back.returned().getQuery()).contains("kc_action_status=error");
        OwnAccount account = OwnAccount.of(TENANT, insider);
        assertThat(account.open("").document().getElementById("xt-change-email"))
                .isNull();
        assertThat(account.browser()
                        .post(account.address("e-mail"), Map.of("token", account.token()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whereTheUserProfileLetsCustomersNotEditTheAddressItStays() {
        Tenant strict = Tenant.named("email-doors-strict", MAIL).create();
        try {
            RelyingParty app = strict.app("shop", strict.userFlow(FlowSpec.named("customers")));
            strict.existingCustomer(email, Journey.PASSWORD);
            AddressChange parked = AddressChange.of(email, app, MAIL);
            FormPage page = parked.begin().asking("email");
            String profile = "/" + strict.realm() + "/users/profile";
            ObjectNode config =
                    (ObjectNode) strict.admin().get(profile).expect(200).json();
            for (JsonNode attribute : config.path("attributes")) {
                if (attribute.path("name").asText().equals("email")) {
                    ((ObjectNode) attribute.path("permissions"))
                            .putArray("edit")
                            .add("admin");
                }
            }
            strict.admin().put(profile, config).expect(200);

            assertThat(AddressChange.of(email, app, MAIL).begin().returned().getQuery())
                    .contains("kc_action_status=error");
            assertThat(parked.give(page, wanted).asks("code")).isFalse();
            assertThat(OwnAccount.of(strict, email).open("").document().getElementById("xt-change-email"))
                    .isNull();
        } finally {
            strict.delete();
        }
    }

    @Test
    void aTenantHasItOnAgainAfterAPutAndGivesBackWhatTheRealmHad() {
        Tenant other = Tenant.named("email-doors-other", MAIL).create();
        try {
            assertThat(action(other).path("enabled").asBoolean()).isTrue();
            ObjectNode off = (ObjectNode) action(other);
            off.put("enabled", false);
            other.admin()
                    .put("/" + other.realm() + "/authentication/required-actions/UPDATE_EMAIL", off)
                    .expect(204);

            other.admin().put(other.path(""), Map.of()).expect(200);
            assertThat(action(other).path("enabled").asBoolean()).isTrue();

            other.admin().delete(other.path("")).expect(204);
            assertThat(action(other).path("enabled").asBoolean()).isFalse();
        } finally {
            other.delete();
        }
    }

    /** Which has Keycloak's own page, and its link by mail. */
    @Test
    void aRealmThatIsNoTenantIsLeftAlone() {
        Tenant plain = Tenant.named("email-doors-plain", MAIL).createRealm();
        try {
            plain.existingCustomer(email, Journey.PASSWORD);
            RelyingParty app = plain.app("shop", null);
            ObjectNode on = (ObjectNode) action(plain);
            on.put("enabled", true);
            plain.admin()
                    .put("/" + plain.realm() + "/authentication/required-actions/UPDATE_EMAIL", on)
                    .expect(204);
            FormBrowser browser = new FormBrowser();
            FormPage signIn =
                    browser.open(app.signIn(Map.of("kc_action", "UPDATE_EMAIL")).uri());

            FormPage page = browser.post(signIn.action(), Map.of("username", email, "password", Journey.PASSWORD));

            assertThat(page.document().getElementById("kc-update-email-form"))
                    .as(page.toString())
                    .isNotNull();
        } finally {
            plain.delete();
        }
    }

    private static JsonNode action(Tenant tenant) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/authentication/required-actions/UPDATE_EMAIL")
                .expect(200)
                .json();
    }

    private String token() {
        SignIn signIn = shop.signIn(Map.of("scope", "openid"));
        FormBrowser browser = new FormBrowser();
        FormPage password = browser.submit(browser.open(signIn.uri()).asking("username"), Map.of("username", email));
        return signIn.redeem(browser.submit(password, Map.of("password", Journey.PASSWORD))
                        .returned())
                .accessToken();
    }

    private static Answer account(String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TENANT.issuer() + "/account"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return AdminApi.send(
                "account", (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build());
    }

    private static FormPage post(FormBrowser browser, FormPage page, Map<String, String> fields) {
        Element form = page.document().selectFirst("form[method=post]");
        Map<String, String> all = new HashMap<>();
        form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.attr("value")));
        all.putAll(fields);
        return browser.post(URI.create(form.absUrl("action")), all);
    }

    private void assertUnchanged() {
        assertThat(TENANT.customer(email).path("username").asText()).isEqualTo(email);
        assertThat(TENANT.customer(wanted).isMissingNode()).isTrue();
    }

    private static String path(String email) {
        return "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
    }
}
