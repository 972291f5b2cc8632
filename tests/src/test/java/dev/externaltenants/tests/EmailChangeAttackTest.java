package dev.externaltenants.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AddressChange;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A code to change an address is good for the account, browser tab, app and address that it was mailed for, and once. */
@Tag("any-database")
final class EmailChangeAttackTest {

    private static final String DEAD = "no longer valid";
    private static final String ENDED = "this sign-in has ended";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("email-change-attack", MAIL);

    private static RelyingParty shop;
    private static RelyingParty other;
    private static RelyingParty codes;

    private String own;
    private String wanted;
    private AddressChange attacker;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        other = TENANT.app("other", TENANT.userFlow(FlowSpec.named("others")));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
    }

    @BeforeEach
    void aCustomer() {
        own = Customers.anyone();
        wanted = Customers.anyone();
        TENANT.existingCustomer(own, Journey.PASSWORD);
        attacker = AddressChange.of(own, shop, MAIL);
    }

    @Test
    void fiveWrongCodesKillTheCodeAndLockNobodyOut() {
        FormPage page = attacker.codePage(wanted);
        String code = MAIL.codeFor(wanted);
        for (int i = 1; i <= 5; i++) {
            page = attacker.typeCode(page, Codes.otherThan(code, i));
        }

        FormPage after = attacker.typeCode(page, code);

        assertThat(after.text()).contains(DEAD);
        assertThat(TENANT.customer(own).isMissingNode()).isFalse();
        JsonNode failures = TENANT.admin()
                .get("/" + TENANT.realm() + "/attack-detection/brute-force/users/" + id(own))
                .expect(200)
                .json();
        assertThat(failures.path("numFailures").asInt()).isZero();
        JsonNode wrong = TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=UPDATE_EMAIL_ERROR&user=" + id(own))
                .expect(200)
                .json();
        assertThat(wrong.findValuesAsText("error"))
                .containsOnly("invalid_user_credentials", "expired_code")
                .hasSize(6);
    }

    @Test
    void theWrongCodesOfAnAccountAreCountedOverAllAddresses() {
        for (int address = 0; address < 5; address++) {
            String another = Customers.anyone();
            FormPage page = attacker.codePage(another);
            String code = MAIL.codeFor(another);
            for (int i = 1; i <= 5; i++) {
                page = attacker.typeCode(page, Codes.otherThan(code, i));
            }
            page = attacker.browser().submit(page, Map.of("action", "change"));
            assertThat(page.asks("email")).isTrue();
        }

        FormPage page = attacker.codePage(wanted);

        assertThat(attacker.typeCode(page, MAIL.codeFor(wanted)).text()).contains("not possible right now");
    }

    @Test
    void aFloodOfMailsEndsWithTheBudgetOfTheAddress() {
        for (int i = 0; i < 5; i++) {
            after(31L * i, () -> AddressChange.of(own, shop, MAIL).codePage(wanted));
            MAIL.codeFor(wanted);
        }

        after(125, () -> {
            AddressChange tooSoon = AddressChange.of(own, shop, MAIL);
            assertThat(tooSoon.give(tooSoon.begin(), wanted).message()).contains("Please wait a moment");
        });
        after(160, () -> {
            AddressChange tooOften = AddressChange.of(own, shop, MAIL);
            FormPage refused = tooOften.give(tooOften.begin(), wanted);
            assertThat(refused.message()).contains("Too many codes");
            assertThat(refused.asks("email")).isTrue();
        });
        assertThat(MAIL.countTo(wanted)).isEqualTo(5);
    }

    /** Each has proven the mailbox. */
    @Test
    void ofTwoAccountsAtOnceOneGetsTheAddress() {
        String second = Customers.anyone();
        TENANT.existingCustomer(second, Journey.PASSWORD);
        FormPage first = attacker.codePage(wanted);
        String firstCode = MAIL.codeFor(wanted);
        after(31, () -> {
            AddressChange rival = AddressChange.of(second, shop, MAIL);
            FormPage later = rival.codePage(wanted);
            String laterCode = MAIL.codeFor(wanted);

            List<FormPage> ends = AtOnce.all(
                    List.of(() -> attacker.typeCode(first, firstCode), () -> rival.typeCode(later, laterCode)));

            assertThat(ends).filteredOn(end -> end.leftFor() != null).hasSize(1);
            assertThat(ends)
                    .filteredOn(end -> end.leftFor() == null)
                    .singleElement()
                    .satisfies(end -> assertThat(end.text()).contains(DEAD));
        });
        boolean won = TENANT.customer(own).isMissingNode();
        assertThat(TENANT.customer(second).isMissingNode()).isEqualTo(!won);
        assertThat(TENANT.customer(wanted).path("username").asText()).isEqualTo(wanted);
    }

    @Test
    void whoSignsUpMeanwhileKeepsTheAddress() {
        FormPage page = attacker.codePage(wanted);
        String code = MAIL.codeFor(wanted);
        Journey.at(shop, MAIL).signUp(wanted, Map.of());

        FormPage refused = attacker.typeCode(page, code);

        assertThat(refused.text()).contains(DEAD).doesNotContainIgnoringCase("account");
        assertThat(TENANT.customer(own).isMissingNode()).isFalse();
        FormPage again = attacker.browser().submit(refused, Map.of("action", "resend"));
        assertThat(again.asks("code") || again.message().contains("wait")).isTrue();
    }

    @Test
    void anotherBrowserWithTheAddressOfThePageGetsNowhere() {
        FormPage page = attacker.codePage(wanted);

        FormPage posted =
                new FormBrowser().post(page.action(), Map.of("code", MAIL.codeFor(wanted), "action", "verify"));

        assertThat(posted.leftFor()).isNull();
        assertUnchanged();
    }

    @Test
    void aCodeOfAnotherTabProvesNothing() {
        attacker.codePage(wanted);
        String code = MAIL.codeFor(wanted);
        after(31, () -> {
            AddressChange tab = AddressChange.in(attacker.browser().secondTab(), shop, MAIL);
            FormPage second = tab.codePage(wanted);

            assertThat(tab.typeCode(second, code).errorOf("code")).contains("not correct");
        });
        assertUnchanged();
    }

    @Test
    void aCodeOfAnotherAppProvesNothing() {
        attacker.codePage(wanted);
        String code = MAIL.codeFor(wanted);
        after(31, () -> {
            AddressChange elsewhere = AddressChange.in(attacker.browser().secondTab(), other, MAIL);
            FormPage second = elsewhere.codePage(wanted);

            assertThat(elsewhere.typeCode(second, code).errorOf("code")).contains("not correct");
        });
        assertUnchanged();
    }

    @Test
    void aCodeOfAnotherAccountProvesNothing() {
        String victim = Customers.anyone();
        TENANT.existingCustomer(victim, Journey.PASSWORD);
        attacker.codePage(wanted);
        String code = MAIL.codeFor(wanted);
        after(31, () -> {
            AddressChange ofVictim = AddressChange.of(victim, shop, MAIL);
            FormPage page = ofVictim.codePage(wanted);

            assertThat(ofVictim.typeCode(page, code).errorOf("code")).contains("not correct");
        });
        assertUnchanged();
        assertThat(TENANT.customer(victim).isMissingNode()).isFalse();
    }

    @Test
    void aCodeToSignUpProvesNoChangeAndTheOtherWayRound() {
        Journey newcomer = Journey.at(shop, MAIL);
        FormPage signUp = newcomer.codePage(wanted);
        String toSignUp = MAIL.codeFor(wanted);
        FormPage change = attacker.codePage(wanted);
        String toChange = MAIL.codeFor(wanted);

        assertThat(attacker.typeCode(change, toSignUp).errorOf("code")).contains("not correct");
        assertThat(newcomer.typeCode(signUp, toChange).errorOf("code")).contains("not correct");
        assertUnchanged();
    }

    @Test
    void aCodeForOneAddressProvesNoOtherThatWasTypedAfterIt() {
        FormPage first = attacker.codePage(wanted);
        String right = MAIL.codeFor(wanted);
        String victims = Customers.anyone();
        FormPage second = attacker.browser()
                .submit(attacker.browser().submit(first, Map.of("action", "change")), Map.of("email", victims));

        assertThat(attacker.typeCode(second, right).errorOf("code")).contains("not correct");
        FormPage back = attacker.browser().submit(first, Map.of("email", wanted));
        assertThat(attacker.typeCode(back, right).leftFor()).isNull();
        assertUnchanged();
    }

    @Test
    void theAddressPageSentAgainFromTheHistoryMailsNothingTwice() {
        FormPage address = attacker.begin().asking("email");
        attacker.give(address, wanted).asking("code");
        String code = MAIL.codeFor(wanted);

        FormPage again = attacker.give(address, wanted).asking("code");

        assertThat(attacker.typeCode(again, code).leftFor()).isNotNull();
        assertThat(MAIL.countTo(wanted)).isEqualTo(1);
    }

    @Test
    void aCodeIsGoodForOneChange() {
        FormPage page = attacker.codePage(wanted);
        String code = MAIL.codeFor(wanted);
        FormBrowser tab = attacker.browser().secondTab();
        attacker.typeCode(page, code).returned();

        FormPage again = tab.post(page.action(), Map.of("code", code, "action", "verify"));

        assertThat(again.text()).doesNotContain("code we sent");
        assertThat(TENANT.customer(wanted).isMissingNode()).isFalse();
        assertThat(events("UPDATE_EMAIL", wanted)).hasSize(1);
    }

    @Test
    void thePostsOfOneCodeAtOnceChangeItOnce() {
        FormPage page = attacker.codePage(wanted);
        Map<String, String> right = Map.of("code", MAIL.codeFor(wanted), "action", "verify");

        AtOnce.times(6, () -> attacker.browser().secondTab().post(page.action(), right));

        assertThat(events("UPDATE_EMAIL", wanted)).hasSize(1);
        assertThat(MAIL.nextTo(own).text()).contains("was changed");
        assertThat(MAIL.countTo(own)).isEqualTo(1);
    }

    @Test
    void aPageThatIsLeftOpenEndsWithThePassword() {
        FormPage page = attacker.codePage(wanted);
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + id(own) + "/reset-password",
                        Map.of("type", "password", "value", "Owners-New-Secret-7", "temporary", false))
                .expect(204);

        FormPage refused = attacker.typeCode(page, MAIL.codeFor(wanted));

        assertThat(refused.text()).contains(ENDED);
        assertUnchanged();
    }

    /** Who stole the password waits at the page for the code, and the owner does not sign out the other devices. */
    @Test
    void aChangeThatIsUnderWayEndsWithAnotherOne() {
        FormPage parked = attacker.codePage(wanted);
        AddressChange owner = AddressChange.of(own, shop, MAIL);
        String chosen = Customers.anyone();
        FormPage page = owner.give(owner.begin().asking("email"), chosen, false);
        owner.typeCode(page, MAIL.codeFor(chosen)).returned();

        FormPage refused = attacker.typeCode(parked, MAIL.codeFor(wanted));
        FormPage reloaded = attacker.browser().open(parked.action());

        assertThat(refused.text()).contains(ENDED);
        assertThat(reloaded.asks("code")).isFalse();
        assertThat(TENANT.customer(chosen).isMissingNode()).isFalse();
        assertThat(TENANT.customer(wanted).isMissingNode()).isTrue();
        assertThat(attacker.begin().asks("email")).isTrue();
    }

    @Test
    void whatTheOldMailboxHasProvenEndsWithTheChange() {
        ForgottenPassword reset = ForgottenPassword.at(shop, MAIL);
        FormPage chosen = reset.newPasswordPage(own);

        attacker.to(wanted);

        assertThat(reset.choose(chosen, ForgottenPassword.NEW_PASSWORD).text())
                .contains("This password reset has ended");
        assertThat(Journey.at(shop, MAIL)
                        .passwordGiven(wanted, Journey.PASSWORD)
                        .leftFor())
                .isNotNull();
    }

    /** The code was mailed to the old mailbox when it still was the account's. */
    @Test
    void aCodeToSignInThatTheOldMailboxGotOpensNothingAfterwards() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        Journey owner = Journey.at(codes, MAIL);
        owner.codeGiven(email).returned();
        after(31, () -> {
            Journey thief = Journey.at(codes, MAIL);
            FormPage page = thief.identified(email).asking("code");
            String code = MAIL.codeFor(email);

            AddressChange.in(owner.browser(), codes, MAIL).to(wanted);

            assertThat(thief.typeCode(page, code).leftFor()).isNull();
        });
    }

    /** Who read the old mailbox has given its code, and waits at a page of the account. */
    @Test
    void aSignInByTheOldMailboxThatIsUnderWayEndsWithTheChange() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        Journey owner = Journey.at(codes, MAIL);
        owner.codeGiven(email).returned();
        after(31, () -> {
            Journey reader = Journey.at(codes, MAIL);
            reader.codeGiven(email).returned();
            AddressChange thief = AddressChange.in(reader.browser(), codes, MAIL);
            FormPage parked = thief.begin().asking("email");

            AddressChange change = AddressChange.in(owner.browser(), codes, MAIL);
            FormPage code = change.give(change.begin(), wanted, false);
            change.typeCode(code, MAIL.codeFor(wanted)).returned();

            assertThat(thief.give(parked, Customers.anyone()).text()).contains(ENDED);
        });
    }

    private void assertUnchanged() {
        assertThat(TENANT.customer(own).path("username").asText()).isEqualTo(own);
        assertThat(TENANT.customer(wanted).isMissingNode()).isTrue();
    }

    private static JsonNode events(String type, String email) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=" + type + "&user=" + id(email))
                .expect(200)
                .json();
    }

    private static String id(String email) {
        return TENANT.customer(email).path("id").asText();
    }

    private static void after(long seconds, Runnable work) {
        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(seconds), work);
    }
}
