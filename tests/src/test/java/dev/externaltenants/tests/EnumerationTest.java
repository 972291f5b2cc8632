package dev.externaltenants.tests;

import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody finds out from the pages whether an address has an account. */
final class EnumerationTest {

    // Of one length, so that masking leaves no difference of its own.
    private static final String KNOWN = "known.address@example.com";
    private static final String UNKNOWN = "other.address@example.com";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("enumeration", MAIL);

    private static RelyingParty shop;
    private static RelyingParty secured;

    @BeforeAll
    static void appAndCustomer() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
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

    /** The page without what differs from one request to the next: the address and Keycloak's tokens. */
    private static String neutral(FormPage page) {
        return page.document()
                .html()
                .replace(KNOWN, "ADDRESS")
                .replace(UNKNOWN, "ADDRESS")
                .replaceAll("\\b[ko]\\S{0,4}\\*+\\S*@", "MASKED@")
                .replaceAll("(session_code|execution|tab_id|client_data|client_id)=[^&\"]*", "$1=X")
                .replaceAll("in \\d+ seconds?", "in N seconds");
    }
}
