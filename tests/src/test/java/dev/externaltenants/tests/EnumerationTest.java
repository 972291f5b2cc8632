package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody finds out from the pages whether an address has an account. */
@Tag("any-database")
final class EnumerationTest {

    // Of one length, so that masking leaves no difference of its own.
    private static final String KNOWN = "known.address@example.com";
    private static final String UNKNOWN = "other.address@example.com";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("enumeration", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam-enumeration");

    private static final String PROVIDER = "fabrikam";

    private static RelyingParty shop;
    private static RelyingParty secured;
    private static RelyingParty codes;

    @BeforeAll
    static void appAndCustomer() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
        TENANT.existingCustomer(KNOWN, Journey.PASSWORD);
    }

    @Test
    void signUpAnswersAKnownAddressAsAnUnknownOne() {
        FormPage known = Journey.at(shop, MAIL).codePage(KNOWN);
        FormPage unknown = Journey.at(shop, MAIL).codePage(UNKNOWN);

        assertSame(known, unknown);
        assertThat(MAIL.nextTo(KNOWN).subject()).isEqualTo(MAIL.nextTo(UNKNOWN).subject());
    }

    @Test
    void signInAsksForThePasswordOfAKnownAddressAsOfAnUnknownOne() {
        assertSame(identified(shop, KNOWN), identified(shop, UNKNOWN));
    }

    @Test
    void signInRefusesAWrongPasswordOfAKnownAddressAsOfAnUnknownOne() {
        assertSame(wrongPassword(shop, KNOWN), wrongPassword(shop, UNKNOWN));
    }

    @Test
    void signInThatNeedsACodeRefusesAWrongPasswordOfAKnownAddressAsOfAnUnknownOne() {
        assertSame(wrongPassword(secured, KNOWN), wrongPassword(secured, UNKNOWN));
    }

    @Test
    void signInByCodeAnswersEveryAddressAlikeWhateverItsAccountHas() {
        Addresses addresses = Addresses.next();

        addresses.assertAnsweredAlike(email -> identified(codes, email));
        assertThat(MAIL.nextTo(addresses.withoutPassword()).code()).isPresent();
        assertThat(MAIL.nextTo(addresses.withPassword()).code()).isEmpty();
        assertThat(MAIL.nextTo(addresses.unknown()).code()).isEmpty();
    }

    @Test
    void signInByCodeRefusesWrongCodesOfEveryAddressAlike() {
        Addresses.next().assertAnsweredAlike(email -> afterWrongCodes(email, 1));
        Addresses.next().assertAnsweredAlike(email -> afterWrongCodes(email, 5));
    }

    @Test
    void signInByCodeAsksForAnotherCodeOfEveryAddressAlike() {
        Addresses.next().assertAnsweredAlike(email -> {
            Journey journey = Journey.at(codes, MAIL);
            return journey.resend(journey.identified(email).asking("code"));
        });
    }

    @Test
    void thePasswordPageAndItsWayToACodeAreTheSameForEveryAddress() {
        Addresses.next().assertAnsweredAlike(email -> identified(shop, email));
        Addresses.next().assertAnsweredAlike(email -> {
            Journey journey = Journey.at(shop, MAIL);
            return journey.switchTo(journey.identified(email), "code");
        });
        Addresses.next().assertAnsweredAlike(email -> {
            Journey journey = Journey.at(codes, MAIL);
            return journey.switchTo(journey.identified(email), "password");
        });
        Addresses.next().assertAnsweredAlike(email -> wrongPassword(shop, email));
    }

    @Test
    void aResetAnswersEveryAddressAlikeWhateverItsAccountHas() {
        Addresses addresses = Addresses.next();

        addresses.assertAnsweredAlike(email -> ForgottenPassword.at(shop, MAIL).codePage(email));

        assertThat(MAIL.nextTo(addresses.withPassword()).code()).isPresent();
        for (String other :
                List.of(addresses.withoutPassword(), addresses.unknown(), addresses.disabled(), addresses.social())) {
            assertThat(MAIL.nextTo(other).code()).isEmpty();
        }
    }

    @Test
    void theMailWithoutACodeTellsOnlyTheMailboxHowItsAccountSignsIn() {
        Addresses addresses = Addresses.next();

        addresses.assertAnsweredAlike(email -> ForgottenPassword.at(shop, MAIL).codePage(email));

        assertThat(MAIL.nextTo(addresses.social()).text()).contains("Continue with Fabrikam");
        assertThat(MAIL.nextTo(addresses.withoutPassword()).text())
                .contains("Get a code by email instead")
                .doesNotContain("Fabrikam");
        assertThat(MAIL.nextTo(addresses.unknown()).text()).contains("No password of this address");
        assertThat(MAIL.nextTo(addresses.disabled()).text()).contains("No password of this address");
    }

    @Test
    void aResetRefusesWrongCodesOfEveryAddressAlike() {
        Addresses.next().assertAnsweredAlike(email -> afterWrongCodesOfAReset(email, 1));
        Addresses.next().assertAnsweredAlike(email -> afterWrongCodesOfAReset(email, 5));
    }

    @Test
    void aResetAsksForAnotherCodeOfEveryAddressAlike() {
        Addresses.next().assertAnsweredAlike(email -> {
            ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
            return forgotten.browser().submit(forgotten.codePage(email), Map.of("action", "resend"));
        });
    }

    private static FormPage afterWrongCodesOfAReset(String email, int count) {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        FormPage page = forgotten.codePage(email);
        for (int i = 0; i < count; i++) {
            page = forgotten.typeCode(page, "0000000" + i);
        }
        return page;
    }

    private static FormPage afterWrongCodes(String email, int count) {
        Journey journey = Journey.at(codes, MAIL);
        FormPage page = journey.identified(email).asking("code");
        for (int i = 0; i < count; i++) {
            page = journey.typeCode(page, "0000000" + i);
        }
        return page;
    }

    /** New in each test, because mails to an address need a pause; of one length. */
    private record Addresses(
            String withPassword, String withoutPassword, String unknown, String disabled, String social) {

        private static final AtomicInteger NEXT = new AtomicInteger(10);

        static Addresses next() {
            int n = NEXT.incrementAndGet();
            Addresses addresses = new Addresses(
                    "k" + n + ".address@example.com",
                    "c" + n + ".address@example.com",
                    "o" + n + ".address@example.com",
                    "d" + n + ".address@example.com",
                    "s" + n + ".address@example.com");
            TENANT.existingCustomer(addresses.withPassword, Journey.PASSWORD);
            TENANT.existingCustomer(addresses.withoutPassword);
            TENANT.existingCustomer(addresses.disabled, Journey.PASSWORD);
            String id = TENANT.customer(addresses.disabled).path("id").asText();
            TENANT.admin()
                    .put("/" + TENANT.realm() + "/users/" + id, Map.of("enabled", false))
                    .expect(204);
            TENANT.existingCustomer(addresses.social);
            TENANT.link(addresses.social, PROVIDER, addresses.social);
            return addresses;
        }

        void assertAnsweredAlike(Function<String, FormPage> request) {
            FormPage ofUnknown = neutral(request.apply(unknown), unknown);
            for (String known : List.of(withPassword, withoutPassword, disabled, social)) {
                FormPage page = neutral(request.apply(known), known);
                assertSame(page, ofUnknown);
            }
        }

        private static FormPage neutral(FormPage page, String address) {
            return new FormPage(
                    page.uri(),
                    page.status(),
                    Jsoup.parse(page.document().html().replace(address, "ADDRESS")),
                    page.leftFor());
        }
    }

    private static FormPage identified(RelyingParty app, String email) {
        Journey journey = Journey.at(app, MAIL);
        return journey.browser().submit(journey.signInPage(), Map.of("username", email));
    }

    private static FormPage wrongPassword(RelyingParty app, String email) {
        return Journey.at(app, MAIL).passwordGiven(email, "not-the-Password-1");
    }

    private static void assertSame(FormPage known, FormPage unknown) {
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(neutral(known)).isEqualTo(neutral(unknown));
        assertThat(known.uri().getPath()).isEqualTo(unknown.uri().getPath());
    }

    /** The page without what differs from one request to the next: address, Keycloak's tokens, seconds gone by. */
    private static String neutral(FormPage page) {
        return page.document()
                .html()
                .replace(KNOWN, "ADDRESS")
                .replace(UNKNOWN, "ADDRESS")
                .replaceAll("\\b[kcods]\\S{0,4}\\*+\\S*@", "MASKED@")
                .replaceAll("(session_code|execution|tab_id|client_data|client_id)=[^&\"]*", "$1=X")
                .replaceAll("in \\d+ seconds?", "in N seconds")
                .replaceAll("Seconds left: \\d+", "Seconds left: N");
    }
}
