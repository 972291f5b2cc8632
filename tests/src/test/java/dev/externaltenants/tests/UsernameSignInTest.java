package dev.externaltenants.tests;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.SignInPage;
import dev.externaltenants.tests.servers.Answer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the tenant takes user names, customers with a password may have one and sign in with it. */
final class UsernameSignInTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("usernames", MAIL);

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    private static RelyingParty shop;
    private static RelyingParty codes;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asksOptionally("username", "TEXT")));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @BeforeEach
    void usernamesOfAnyKind() {
        set(Map.of("enabled", true));
    }

    @Test
    void aCustomerSignsUpWithANameAndSignsInWithItInAnySpelling() {
        String email = Customers.anyone();
        String name = anyName();
        Journey.at(shop, MAIL).signUp(email, Map.of("username", name));
        Journey journey = Journey.at(shop, MAIL);

        URI returned = journey.passwordGiven(name.toUpperCase(Locale.ROOT), Journey.PASSWORD)
                .returned();

        SignIn.Tokens tokens = journey.signIn().redeem(returned);
        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
    }

    @Test
    void preferredUsernameIsWhatWasTyped() {
        String email = Customers.anyone();
        String name = anyName();
        Journey.at(shop, MAIL).signUp(email, Map.of("username", name));
        Journey byName = Journey.at(shop, MAIL);
        Journey byAddress = Journey.at(shop, MAIL);

        SignIn.Tokens named = byName.signIn()
                .redeem(byName.passwordGiven(name, Journey.PASSWORD).returned());
        SignIn.Tokens addressed = byAddress
                .signIn()
                .redeem(byAddress.passwordGiven(email, Journey.PASSWORD).returned());

        assertThat(named.id().getClaim("preferred_username")).isEqualTo(name);
        assertThat(named.access().getClaim("preferred_username")).isEqualTo(name);
        assertThat(addressed.id().getClaim("preferred_username")).isEqualTo(email);
    }

    @Test
    void nobodySignsUpUnderANameThatWasOnlyTyped() {
        String name = anyName();
        Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of("username", name));
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage signInPage = journey.signInPage();
        journey.browser().submit(signInPage, Map.of("username", name));
        FormPage codePage = journey.browser()
                .submit(journey.browser().open(signInPage.signUpLink()).asking("email"), Map.of("email", email));

        FormPage attributesPage = journey.typeCode(codePage.asking("code"), MAIL.codeFor(email));
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.collect(attributesPage, Map.of()).returned());

        assertThat(tokens.id().getClaim("preferred_username")).isEqualTo(email);
    }

    @Test
    void aNameIsOptional() {
        String email = Customers.anyone();

        Journey.at(shop, MAIL).signUp(email, Map.of());

        assertThat(TENANT.customer(email).at("/attributes/xt.username").isMissingNode())
                .isTrue();
    }

    @Test
    void anAdministratorGivesAName() {
        String email = Customers.anyone();
        String name = anyName();
        TENANT.existingCustomer(email, Journey.PASSWORD);

        give(email, name).expect(204);

        Journey.at(shop, MAIL).passwordGiven(name, Journey.PASSWORD).returned();
    }

    @Test
    void anAdministratorCannotGiveAnAddressAsName() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);

        assertThat(give(email, Customers.anyone()).status()).isEqualTo(400);
    }

    @Test
    void aTakenNameIsRefusedAtItsField() {
        String name = anyName();
        Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of("username", name));
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.collect(journey.attributesPage(Customers.anyone()), Map.of("username", name));

        assertThat(refused.errorOf("attr.username")).contains("not available");
        journey.collect(refused, Map.of("username", anyName())).returned();
    }

    @Test
    void ofSignUpsAtOnceOneGetsTheName() {
        String name = anyName();
        List<Journey> journeys =
                List.of(Journey.at(shop, MAIL), Journey.at(shop, MAIL), Journey.at(shop, MAIL), Journey.at(shop, MAIL));
        List<FormPage> pages = journeys.stream()
                .map(journey -> journey.attributesPage(Customers.anyone()))
                .toList();

        List<Callable<FormPage>> calls = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Journey journey = journeys.get(i);
            FormPage page = pages.get(i);
            calls.add(() -> journey.collect(page, Map.of("username", name)));
        }
        List<FormPage> after = AtOnce.all(calls);

        assertThat(after).filteredOn(page -> page.leftFor() != null).hasSize(1);
        assertThat(after)
                .filteredOn(page -> page.leftFor() == null)
                .allSatisfy(page -> assertThat(page.errorOf("attr.username")).contains("not available"));
    }

    @Test
    void whoTriesOutNamesIsStopped() {
        String name = anyName();
        Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of("username", name));
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.attributesPage(Customers.anyone());
        for (int i = 0; i < 10; i++) {
            page = journey.collect(page, Map.of("username", name));
        }

        FormPage stopped = journey.collect(page, Map.of("username", anyName()));

        assertThat(stopped.errorOf("attr.username")).contains("too many usernames");
        journey.collect(stopped, Map.of()).returned();
    }

    @Test
    void aNameHasToMatchOneOfThePatterns() {
        set(Map.of("enabled", true, "patterns", List.of("CN-[0-9]{6}", "VIP[0-9]+")));
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.collect(journey.attributesPage(Customers.anyone()), Map.of("username", "cn-47"));

        assertThat(refused.errorOf("attr.username")).isNotEmpty();
        journey.collect(refused, Map.of("username", "vip" + System.nanoTime())).returned();
    }

    @Test
    void aStoredNameThatThePolicyNoLongerTakesIsRefusedAsAnUnknownOne() {
        String name = anyName();
        Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of("username", name));

        set(Map.of("enabled", true, "patterns", List.of("CN-[0-9]{6}")));
        assertRefusedAlike(name);
        set(Map.of("enabled", false));
        assertRefusedAlike(name);
    }

    @Test
    void aWrongPasswordOfAKnownNameIsAnsweredAsThatOfAnUnknownOne() {
        String name = anyName();
        Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of("username", name));

        assertThat(textOf(name, "not-the-Password-1")).isEqualTo(textOf(anyName(), "not-the-Password-1"));
        assertThat(textOf(name, "not-the-Password-1")).contains("the username or the password is not correct");
    }

    @Test
    void thePageAsksForNoNameAtSignUpWhileTheyAreOff() {
        set(Map.of("enabled", false));
        Journey journey = Journey.at(shop, MAIL);

        FormPage attributes = journey.attributesPage(Customers.anyone());

        assertThat(attributes.asks("attr.username")).isFalse();
        journey.collect(attributes, Map.of("username", "ignored")).returned();
    }

    /** A code is sent to an address that was typed, so a name asks for the password in a flow of codes as well. */
    @Test
    void aNameAsksForThePasswordWhereOthersHaveACode() {
        String name = anyName();
        Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of("username", name));
        Journey journey = Journey.at(codes, MAIL);

        FormPage password = journey.identified(name).asking("password");

        assertThat(password.document().select("#xt-use-code")).isEmpty();
        journey.browser().submit(password, Map.of("password", Journey.PASSWORD)).returned();
    }

    @Test
    void aCustomerWithoutAPasswordCannotUseAName() {
        String email = Customers.anyone();
        String name = anyName();
        Journey.at(codes, MAIL).signUpByCode(email, Map.of());
        give(email, name).expect(204);

        assertRefusedAlike(name);
    }

    @Test
    void theSecondFactorGoesToTheMaskedAddress() {
        String email = Customers.anyone();
        String name = anyName();
        Journey.at(shop, MAIL).signUp(email, Map.of("username", name));
        Journey journey = Journey.at(secured, MAIL);

        FormPage code = journey.passwordGiven(name, Journey.PASSWORD).asking("code");

        assertThat(code.text()).doesNotContain(email).contains("***");
        journey.typeCode(code, MAIL.codeFor(email)).returned();
    }

    @Test
    void customersCannotChangeTheirName() {
        String email = Customers.anyone();
        Journey.at(shop, MAIL).signUp(email, Map.of("username", anyName()));

        assertThat(TENANT.admin()
                        .get("/" + TENANT.realm() + "/users/profile")
                        .expect(200)
                        .json()
                        .findValue("attributes"))
                .filteredOn(attribute -> attribute.path("name").asText().equals("xt.username"))
                .singleElement()
                .satisfies(attribute ->
                        assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]"));
    }

    @Test
    void patternsAreJudgedWhenTheyAreWritten() {
        assertRefused(List.of("["), "xt_tenant_username_pattern_invalid", "usernames.patterns[0]");
        assertRefused(List.of("a", ".+@contoso[.]com"), "xt_tenant_username_pattern_invalid", "usernames.patterns[1]");
        assertRefused(List.of("a", "b", "c"), "xt_tenant_username_patterns_too_many", "usernames.patterns");
    }

    @Test
    void thePagesAreAccessibleOnANarrowScreenAndInGerman() {
        for (BrowserSession browser : List.of(narrow, german)) {
            browser.open(shop.signIn().uri());
            browser.arrivedAt("sign-in-usernames");
            new SignInPage(browser).continueAs(anyName()).refused("not-the-Password-1");
            browser.arrivedAt("password-refused-usernames");
        }
    }

    private static void assertRefused(List<String> patterns, String code, String field) {
        Answer answer =
                TENANT.admin().put(TENANT.path(""), Map.of("usernames", Map.of("enabled", true, "patterns", patterns)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(code);
        assertThat(answer.field()).isEqualTo(field);
    }

    /** With its right password. */
    private static void assertRefusedAlike(String name) {
        assertThat(textOf(name, Journey.PASSWORD)).isEqualTo(textOf(anyName(), Journey.PASSWORD));
    }

    private static String textOf(String name, String password) {
        FormPage page = Journey.at(shop, MAIL).passwordGiven(name, password);
        assertThat(page.leftFor()).isNull();
        return Jsoup.parse(page.document().html().replace(name, "NAME")).body().text();
    }

    private static void set(Map<String, Object> usernames) {
        TENANT.admin().put(TENANT.path(""), Map.of("usernames", usernames)).expect(200);
    }

    private static Answer give(String email, String name) {
        String id = TENANT.customer(email).path("id").asText();
        return TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + id,
                        Map.of("email", email, "attributes", Map.of("xt.username", List.of(name))));
    }

    /** Of one length, so that pages can be compared. */
    private static String anyName() {
        return String.format("name%05d", NEXT.incrementAndGet());
    }
}
