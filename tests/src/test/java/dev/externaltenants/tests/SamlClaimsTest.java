package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.SamlApp;
import dev.externaltenants.tests.harness.Tenant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The claims of an extension in the assertions of an app that speaks SAML. */
@Tag("any-database")
final class SamlClaimsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private final FormBrowser browser = new FormBrowser();
    private Tenant tenant;
    private ClaimsApi api;

    @BeforeEach
    void tenantWithClaimsApi() {
        tenant = Tenant.named("saml-claims", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold", "clubs", List.of("wine", "books"), "role", "admin")));
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void anAssertionHasTheClaimsThatTheExtensionMapsByOneCall() {
        SamlApp payroll = appWhoseExtensionOnErrorSays("FAIL");

        Map<String, List<String>> attributes = attributes(SamlApp.response(signIn(payroll)));

        assertThat(attributes).containsEntry("tier", List.of("gold")).containsEntry("clubs", List.of("wine", "books"));
        assertThat(attributes.getOrDefault("role", List.of())).doesNotContain("admin");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void tellsTheApiThatTheAppSpeaksSaml() {
        signIn(appWhoseExtensionOnErrorSays("FAIL"));

        assertThat(api.calls().get(0).at("/data/authenticationContext/protocol").asText())
                .isEqualTo("SAML2.0");
        assertThat(api.calls()
                        .get(0)
                        .at("/data/authenticationContext/clientServicePrincipal/appId")
                        .asText())
                .isEqualTo("payroll");
    }

    @Test
    void theAppsOwnMappingNamesThemForAssertions() {
        SamlApp payroll = appWhoseExtensionOnErrorSays("FAIL");
        tenant.admin()
                .put(
                        tenant.path("/applications/payroll/claims-mapping"),
                        Map.of(
                                "ClaimsMappingPolicy",
                                Map.of(
                                        "Version",
                                        1,
                                        "ClaimsSchema",
                                        List.of(
                                                Map.of(
                                                        "Source",
                                                        "CustomClaimsProvider",
                                                        "ID",
                                                        "tier",
                                                        "SamlClaimType",
                                                        "urn:contoso:tier"),
                                                Map.of("Value", "v2", "SamlClaimType", "policy")))))
                .expect(200);

        Map<String, List<String>> attributes = attributes(SamlApp.response(signIn(payroll)));

        assertThat(attributes)
                .containsEntry("urn:contoso:tier", List.of("gold"))
                .containsEntry("policy", List.of("v2"))
                .doesNotContainKeys("tier", "clubs");
    }

    @Test
    void aFailureIsAnErrorPageAndTheAppIsToldNothing() {
        SamlApp payroll = appWhoseExtensionOnErrorSays("FAIL");
        api.answerWith(Other.status(400));

        FormPage page = signIn(payroll);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.document().select("[name=SAMLResponse]")).isEmpty();
        assertThat(page.document().title()).isNotBlank();
        assertThat(tenant.admin()
                        .get("/" + tenant.realm() + "/events?type=LOGIN_ERROR&client=payroll")
                        .expect(200)
                        .json()
                        .findValuesAsText("error"))
                .containsExactly("xt_callout_failed");
    }

    @Test
    void theApiIsNotAskedAboutAnAssertionThatMayNotLeave() {
        SamlApp payroll = appWhoseExtensionOnErrorSays("FAIL");
        signIn(payroll);
        ClosedAppTest.overrideBrowserFlowOf(tenant, "payroll");

        String response = SamlApp.response(browser.open(payroll.signIn()));

        assertThat(response).contains("urn:oasis:names:tc:SAML:2.0:status:RequestDenied");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void anExtensionThatMayFailLetsTheAssertionOutWithoutItsClaims() {
        SamlApp payroll = appWhoseExtensionOnErrorSays("CONTINUE");
        api.answerWith(Other.status(400));

        String response = SamlApp.response(signIn(payroll));

        assertThat(response).contains(SamlApp.SUCCESS);
        assertThat(attributes(response)).doesNotContainKey("tier");
    }

    private SamlApp appWhoseExtensionOnErrorSays(String behaviour) {
        String extension = tenant.extension("loyalty", api, behaviour, "tier", "clubs");
        return SamlApp.registered(
                tenant, "payroll", tenant.userFlow(FlowSpec.named("payroll").claimsFrom(extension)));
    }

    private FormPage signIn(SamlApp app) {
        FormPage identify = browser.open(app.signIn()).asking("username");
        FormPage password = browser.submit(identify, Map.of("username", email));
        return browser.submit(password, Map.of("password", Journey.PASSWORD));
    }

    private static Map<String, List<String>> attributes(String response) {
        Map<String, List<String>> attributes = new HashMap<>();
        for (Element attribute : Jsoup.parse(response, "", Parser.xmlParser()).getElementsByTag("saml:Attribute")) {
            attributes.put(
                    attribute.attr("Name"),
                    attribute.getElementsByTag("saml:AttributeValue").eachText());
        }
        return attributes;
    }
}
