package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes at the account page that come at once, or after user flows that the customer never saw. */
@Tag("any-database")
final class AccountChangesTest {

    private static final int AT_ONCE = 4;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("account-changes", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void aShopAndAUserFlowOfNoApp() {
        TENANT.attribute("terms", "BOOLEAN");
        Map<String, Object> consent = Map.of(
                "inputType",
                "CHECKBOX",
                "label",
                "I accept the [terms](https://shop.example/terms)",
                "consent",
                Map.of("document", "terms", "version", "1"));
        shop = TENANT.app(
                "shop",
                TENANT.userFlow(
                        FlowSpec.named("shop").asks("city", "TEXT", false).asks("terms", consent)));
        TENANT.userFlow(FlowSpec.named("another").asks("jobTitle"));
    }

    @RepeatedTest(AT_ONCE)
    void ofSavesAtOnceOneValueIsKept() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        OwnAccount account = OwnAccount.of(TENANT, email);
        String token = account.token();

        List<FormPage> answers = AtOnce.all(IntStream.range(0, AT_ONCE)
                .<Callable<FormPage>>mapToObj(i -> {
                    FormBrowser tab = account.browser().secondTab();
                    return () -> tab.post(account.address(""), Map.of("token", token, "attr.city", "Oslo " + i));
                })
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(TENANT.customer(email).at("/attributes/locality")).hasSize(1);
    }

    @RepeatedTest(AT_ONCE)
    void ofWithdrawalsAtOnceOneIsDone() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        journey.signUp(email, Map.of("terms", "true"));
        OwnAccount account = OwnAccount.in(TENANT, journey.browser());
        String token = account.token();

        List<FormPage> answers = AtOnce.all(IntStream.range(0, AT_ONCE)
                .<Callable<FormPage>>mapToObj(i -> {
                    FormBrowser tab = account.browser().secondTab();
                    return () -> tab.post(
                            account.address("privacy/withdrawal"), Map.of("token", token, "attribute", "terms"));
                })
                .toList());

        assertThat(answers.stream().map(FormPage::status).sorted()).containsExactly(200, 409, 409, 409);
        JsonNode customer = TENANT.customer(email);
        assertThat(customer.at("/attributes/xt.consents")).hasSize(1);
        assertThat(TENANT.admin()
                        .get(TENANT.path("/customers/" + customer.path("id").asText() + "/consents"))
                        .expect(200)
                        .json()
                        .findValuesAsText("action"))
                .containsExactly("WITHDRAWN", "GIVEN");
    }

    @Test
    void whatOnlyAnotherUserFlowRequiresMayStayEmpty() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage saved = account.save(Map.of("attr.city", "Oslo", "attr.jobTitle", ""));

        assertThat(saved.message()).isEqualTo("Your changes are saved.");
        assertThat(TENANT.customer(email).at("/attributes/locality/0").asText()).isEqualTo("Oslo");
    }
}
