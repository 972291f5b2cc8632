package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.inbox.Mail;
import dev.externaltenants.tests.harness.AddressChange;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers give their account another address by a code that is mailed to it. */
final class EmailChangeTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("email-change", MAIL);

    private static RelyingParty shop;
    private static RelyingParty codes;

    private String old;
    private String wanted;

    @BeforeAll
    static void apps() {
        TENANT.attribute("nickname", "STRING");
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
    }

    @BeforeEach
    void aCustomer() {
        old = Customers.anyone();
        wanted = Customers.anyone();
        TENANT.existingCustomer(old, Journey.PASSWORD);
    }

    @Test
    void anAppLeadsToItAndHasTheNewAddressInItsTokens() {
        AddressChange change = AddressChange.of(old, shop, MAIL);

        URI returned = change.to(wanted);

        assertThat(returned.getQuery()).contains("kc_action_status=success");
        SignIn.Tokens tokens = change.signIn().redeem(returned);
        assertThat(tokens.id().getClaim("email")).isEqualTo(wanted);
        assertThat(tokens.id().getClaim("email_verified")).isEqualTo(true);
        assertThat(tokens.id().getClaim("preferred_username")).isEqualTo(wanted);
        JsonNode customer = TENANT.customer(wanted);
        assertThat(customer.path("username").asText()).isEqualTo(wanted);
        assertThat(customer.path("emailVerified").asBoolean()).isTrue();
        assertThat(customer.path("requiredActions")).isEmpty();
    }

    @Test
    void theNewAddressSignsInAndTheOldOneNoMore() {
        AddressChange.of(old, shop, MAIL).to(wanted);

        assertThat(Journey.at(shop, MAIL)
                        .passwordGiven(wanted, Journey.PASSWORD)
                        .leftFor())
                .isNotNull();
        assertThat(Journey.at(shop, MAIL).passwordGiven(old, Journey.PASSWORD).leftFor())
                .isNull();
        assertThat(MAIL.nextTo(old).text()).contains("was changed");
        assertThat(Journey.at(shop, MAIL).signUp(old, Map.of())).isNotNull();
    }

    @Test
    void nothingElseOfTheAccountChanges() {
        TENANT.admin()
                .put(
                        path(old),
                        Map.of(
                                "email",
                                old,
                                "firstName",
                                "Kim",
                                "lastName",
                                "Akers",
                                "attributes",
                                Map.of("nickname", List.of("Kimba"))))
                .expect(204);
        JsonNode before = TENANT.customer(old);

        AddressChange.of(old, shop, MAIL).to(wanted);

        JsonNode after = TENANT.customer(wanted);
        assertThat(after.path("attributes")).isNotEmpty().isEqualTo(before.path("attributes"));
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("lastName").asText()).isEqualTo("Akers");
    }

    @Test
    void theAccountPageLeadsToItAndSaysSoAfterwards() {
        OwnAccount account = OwnAccount.of(TENANT, old);

        FormPage page =
                account.press(account.open(""), "xt-change-email", Map.of()).asking("email");
        assertThat(page.text()).contains("Your address now: " + old);
        FormPage code = account.browser().submit(page, Map.of("email", wanted)).asking("code");
        FormPage back = account.browser().submit(code, Map.of("code", MAIL.codeFor(wanted), "action", "verify"));

        assertThat(back.uri()).isEqualTo(account.address(""));
        assertThat(back.message()).isEqualTo("Your email address is changed. Use it to sign in from now on.");
        assertThat(back.document().getElementById("xt-email").text()).isEqualTo(wanted);
    }

    @Test
    void theOldAddressIsToldByMail() {
        AddressChange.of(old, shop, MAIL).to(wanted);

        Mail notice = MAIL.nextTo(old);
        assertThat(notice.text())
                .contains("Your email address was changed")
                .contains("shop")
                .contains("c***")
                .doesNotContain(wanted);
        assertThat(notice.code()).isEmpty();
        assertThat(MAIL.countTo(wanted)).isEqualTo(1);
    }

    @Test
    void theEventHasBothAddresses() {
        AddressChange.of(old, shop, MAIL).to(wanted);

        JsonNode details = events("UPDATE_EMAIL").path(0).path("details");
        assertThat(details.path("previous_email").asText()).isEqualTo(old);
        assertThat(details.path("updated_email").asText()).isEqualTo(wanted);
        assertThat(details.path("xt_method").asText()).isEqualTo("email_otp");
    }

    @Test
    void anAddressThatHasAnAccountIsToldSoByMailOnly() {
        String taken = Customers.anyone();
        TENANT.existingCustomer(taken, Journey.PASSWORD);
        FormPage ofFree = AddressChange.of(old, shop, MAIL).codePage(wanted);
        AddressChange change = AddressChange.of(old, shop, MAIL);

        FormPage ofTaken = change.codePage(taken);

        assertThat(ofTaken.status()).isEqualTo(ofFree.status());
        assertThat(ofTaken.text().replaceAll("c\\*\\*\\*\\d", ""))
                .isEqualTo(ofFree.text().replaceAll("c\\*\\*\\*\\d", ""));
        Mail mail = MAIL.nextTo(taken);
        assertThat(mail.code()).isEmpty();
        assertThat(mail.text()).contains("This address already has an account").contains("shop");
        assertThat(change.typeCode(ofTaken, "12345678").errorOf("code")).contains("not correct");
        assertThat(TENANT.customer(old).isMissingNode()).isFalse();
    }

    @Test
    void theOwnAddressIsNoNewOne() {
        AddressChange change = AddressChange.of(old, shop, MAIL);

        FormPage refused = change.give(change.begin(), old.toUpperCase(Locale.ROOT));

        assertThat(refused.errorOf("email")).isEqualTo("This is your email address already.");
        assertThat(change.give(refused, "nobody").errorOf("email")).contains("valid email address");
        assertThat(MAIL.countTo(old)).isZero();
    }

    @Test
    void whoCancelsKeepsTheAddress() {
        AddressChange change = AddressChange.of(old, shop, MAIL);

        FormPage back = change.browser().submit(change.begin(), Map.of("cancel-aia", "true"));

        assertThat(back.returned().getQuery()).contains("kc_action_status=cancelled");
        assertThat(TENANT.customer(old).isMissingNode()).isFalse();
    }

    @Test
    void otherSessionsEndUnlessTheCustomerKeepsThem() {
        Journey elsewhere = Journey.at(shop, MAIL);
        SignIn.Tokens there = elsewhere
                .signIn()
                .redeem(elsewhere.passwordGiven(old, Journey.PASSWORD).returned());
        AddressChange change = AddressChange.of(old, shop, MAIL);
        FormPage code = change.give(change.begin(), wanted, false).asking("code");
        change.typeCode(code, MAIL.codeFor(wanted)).returned();
        assertThat(elsewhere.signIn().refresh(there.refreshToken()).status()).isEqualTo(200);

        String third = Customers.anyone();
        URI returned = change.to(third);
        SignIn.Tokens here = change.signIn().redeem(returned);

        assertThat(elsewhere.signIn().refresh(there.refreshToken()).status()).isEqualTo(400);
        assertThat(change.signIn().refresh(here.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void anOldSignInIsAskedForThePasswordFirst() {
        AddressChange change = AddressChange.of(old, shop, MAIL);

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(6), () -> {
            FormPage password = change.begin().asking("password");
            FormPage page = change.browser().submit(password, Map.of("password", Journey.PASSWORD));
            assertThat(page.asks("email")).as(page.toString()).isTrue();
        });
    }

    /** For them the mailbox is what signs in. */
    @Test
    void whoHasNoPasswordProvesTheOldMailboxAndThenTheNewOne() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        Journey journey = Journey.at(codes, MAIL);
        journey.codeGiven(email).returned();
        AddressChange change = AddressChange.in(journey.browser(), codes, MAIL);

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(6), () -> {
            FormPage proof = change.begin().asking("code");
            FormPage page = change.typeCode(proof, MAIL.codeFor(email)).asking("email");
            FormPage code = change.give(page, wanted).asking("code");
            change.typeCode(code, MAIL.codeFor(wanted)).returned();
        });

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(8), () -> {
            assertThat(Journey.at(codes, MAIL).codeGiven(wanted).leftFor()).isNotNull();
            Journey before = Journey.at(codes, MAIL);
            before.identified(email).asking("code");
            assertThat(MAIL.nextTo(email).text()).contains("was changed");
            assertThat(MAIL.nextTo(email).code()).isEmpty();
        });
    }

    @Test
    void anAdministratorCanHaveACustomerChangeIt() {
        TENANT.admin()
                .put(path(old), Map.of("email", old, "requiredActions", List.of("UPDATE_EMAIL")))
                .expect(204);
        Journey journey = Journey.at(shop, MAIL);
        FormPage proof = journey.passwordGiven(old, Journey.PASSWORD).asking("code");

        FormPage page = journey.typeCode(proof, MAIL.codeFor(old)).asking("email");
        assertThat(page.document().select("#xt-cancel")).isEmpty();
        FormPage code = journey.browser().submit(page, Map.of("email", wanted)).asking("code");
        URI returned = journey.typeCode(code, MAIL.codeFor(wanted)).returned();

        assertThat(journey.signIn().redeem(returned).id().getClaim("email")).isEqualTo(wanted);
        assertThat(TENANT.customer(wanted).path("requiredActions")).isEmpty();
    }

    /** An administrator set it and said that nobody has proven it yet. */
    @Test
    void theOwnAddressIsProvenWhereItIsNot() {
        TENANT.admin()
                .put(path(old), Map.of("email", old, "emailVerified", false))
                .expect(204);

        AddressChange.of(old, shop, MAIL).to(old);

        assertThat(TENANT.customer(old).path("emailVerified").asBoolean()).isTrue();
        assertThat(MAIL.countTo(old)).isEqualTo(1);
    }

    private static String path(String email) {
        return "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
    }

    private JsonNode events(String type) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=" + type + "&user="
                        + TENANT.customer(wanted).path("id").asText())
                .expect(200)
                .json();
    }
}
