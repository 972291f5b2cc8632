package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input is refused with the field, the reason and a stable code, and leaves nothing behind. */
@Tag("any-database")
final class BadInputTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("bad-input", MAIL);

    private static final String MISSING = "00000000-0000-0000-0000-000000000000";

    private static final Map<String, String> GOOD = Map.of(
            "givenName", "Kim",
            "visits", "3",
            "roast", "dark",
            "country", "NZ",
            "loyaltyNumber", "L-4711",
            "acceptedTerms", "true");

    private static RelyingParty shop;
    private static String flow;

    @BeforeAll
    static void app() {
        TENANT.attribute("visits", "INT");
        TENANT.attribute("roast", "STRING");
        TENANT.attribute("loyaltyNumber", "STRING");
        TENANT.attribute("acceptedTerms", "BOOLEAN");
        flow = TENANT.userFlow(FlowSpec.named("default")
                .asks("givenName")
                .asks("visits", "NUMERIC", true)
                .asksOneOf("roast", "SELECT", "light", "dark")
                .asks("country", "COUNTRY", true)
                .asksMatching("loyaltyNumber", "L-[0-9]{4}")
                .asksConsent("acceptedTerms", "I accept the terms"));
        shop = TENANT.app("shop", flow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "no-address", "a@", "@example.com", "a b@example.com", "a@b@example.com"})
    void theEmailPageRefusesWhatIsNoAddress(String email) {
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.browser().submit(journey.emailPage(), Map.of("email", email));

        assertThat(refused.asking("email").errorOf("email")).startsWith("Please enter a valid email address");
    }

    @Test
    void theSignInPageRefusesAnEmptyAddress() {
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.browser().submit(journey.signInPage(), Map.of("username", ""));

        assertThat(refused.asking("username").errorOf("username")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12345678901234567890"})
    void theCodePageRefusesWhatIsNoCode(String code) {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.typeCode(journey.codePage(email), code);

        assertThat(refused.asking("code").errorOf("code")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "givenName     | ''          | Please fill in this field.",
                "visits        | many        | Please enter a whole number.",
                "roast         | green       | Please choose one of the options.",
                "roast         | ''          | Please fill in this field.",
                "country       | ZZ          | Please choose one of the options.",
                "loyaltyNumber | 4711        | This entry is not valid.",
                "loyaltyNumber | L-47112     | This entry is not valid.",
                "acceptedTerms |             | Please tick this box to go on.",
                "acceptedTerms | ''          | Please tick this box to go on.",
                "acceptedTerms | false       | Please tick this box to go on.",
            })
    void theAttributesPageNamesTheFieldAndTheReasonAndCreatesNobody(String attribute, String value, String reason) {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.attributesPage(email);

        FormPage refused = journey.collect(page, with(attribute, value)).asking("password-confirm");

        assertThat(refused.errorOf("attr." + attribute)).isEqualTo(reason);
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
        assertThat(journey.collect(refused, GOOD).returned())
                .as("good input afterwards")
                .isNotNull();
    }

    @Test
    void theAttributesPageRefusesTooLongAValue() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = journey.collect(journey.attributesPage(email), with("givenName", "K".repeat(65)));

        assertThat(refused.errorOf("attr.givenName")).isEqualTo("Please use no more than 64 characters.");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', password",
        "short, short, password",
        "correct-horse-Battery-9, another-horse-Battery-9, password-confirm",
    })
    void theAttributesPageRefusesABadPasswordAndCreatesNobody(String password, String repeated, String field) {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.attributesPage(email);
        Map<String, String> fields = new HashMap<>(Map.of("password", password, "password-confirm", repeated));
        GOOD.forEach((name, value) -> fields.put("attr." + name, value));

        FormPage refused = journey.browser().submit(page, fields);

        assertThat(refused.asking("password-confirm").errorOf(field)).isNotBlank();
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void whatTheCustomerTypedIsKeptAndShownAsText() {
        Journey journey = Journey.at(shop, MAIL);
        String typed = "\"><script>alert(1)</script>";

        FormPage refused = journey.collect(
                journey.attributesPage(Customers.anyone()), Map.of("givenName", typed, "loyaltyNumber", "wrong"));

        assertThat(refused.document().selectFirst("[name=attr.givenName]").attr("value"))
                .isEqualTo(typed);
        assertThat(refused.document().select("script:containsData(alert)")).isEmpty();
    }

    @Test
    void attributesThatTheFlowDoesNotAskForAreNotTaken() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.attributesPage(email);
        Map<String, String> more = new HashMap<>(GOOD);
        more.put("surname", "Smuggled");

        journey.collect(page, more).returned();

        assertThat(TENANT.customer(email).path("lastName").asText()).isEmpty();
    }

    @Test
    void anAbandonedSignUpLeavesNobody() {
        long before = TENANT.customers();

        Journey.at(shop, MAIL).attributesPage(Customers.anyone());

        assertThat(TENANT.customers()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /user-flows        | {                                      | 400 | xt_invalid_json               |",
                "POST | /user-flows        | []                                     | 400 | xt_invalid_json               |",
                "POST | /user-flows        | {'name':'a','colour':'red'}            | 400 | xt_unknown_field              | colour",
                "POST | /user-flows        | {'name':'no spaces'}                   | 400 | xt_flow_name_invalid          | name",
                "POST | /user-flows        | {}                                     | 400 | xt_flow_name_invalid          | name",
                "POST | /user-flows        | {'name':'a','enabled':'yes'}           | 400 | xt_invalid_value              | enabled",
                "POST | /user-flows        | {'name':'a','mfa':'SOMETIMES'}         | 400 | xt_invalid_value              | mfa",
                "POST | /user-flows        | {'name':'a','passwordReset':{'allowed':'no'}} | 400 | xt_invalid_value       | passwordReset.allowed",
                "POST | /user-flows        | {'name':'a','passwordReset':{'link':true}} | 400 | xt_unknown_field         | passwordReset.link",
                "POST | /user-flows        | {'name':'a','mfa':'REQUIRED','trustedDevices':{'days':91}} | 400 | xt_flow_trusted_device_days_invalid | trustedDevices.days",
                "POST | /user-flows        | {'name':'a','trustedDevices':{'days':30}} | 400 | xt_flow_trusted_device_mfa_missing | trustedDevices.days",
                "POST | /user-flows        | {'name':'a','trustedDevices':{'forever':true}} | 400 | xt_unknown_field    | trustedDevices.forever",
                "POST | /user-flows        | {'name':'a','signUp':{'methods':[]}}   | 400 | xt_flow_methods_invalid       | signUp.methods",
                "POST | /user-flows        | {'name':'a','signUp':{'methods':['EMAIL_PASSWORD','EMAIL_OTP']}} | 400 | xt_flow_methods_invalid | signUp.methods",
                "POST | /user-flows        | {'name':'a','signUp':{'methods':['EMAIL_OTP']},'mfa':'REQUIRED'} | 400 | xt_flow_mfa_method_invalid | mfa",
                "POST | /user-flows        | {'name':'a','attributes':[{'name':'nowhere'}]} | 400 | xt_attribute_unknown  | attributes[0].name",
                "POST | /user-flows        | {'name':'a','attributes':[{'name':'city','pattern':'['}]} | 400 | xt_flow_pattern_invalid | attributes[0].pattern",
                "POST | /user-flows        | {'name':'a','extensions':{'onTokenIssuanceStart':'none'}} | 400 | xt_extension_unknown | extensions.onTokenIssuanceStart",
                "POST | /user-flows        | {'name':'default'}                     | 409 | xt_flow_name_taken            | name",
                "POST | /user-flows        | {'name':'Default'}                     | 409 | xt_flow_name_taken            | name",
                "GET  | /user-flows/x      |                                        | 404 | xt_flow_not_found             |",
                "PUT  | /user-flows/x      | {'name':'a'}                           | 404 | xt_flow_not_found             |",
                "DELETE | /user-flows/x    |                                        | 404 | xt_flow_not_found             |",
                "PUT  | /user-flows/x/applications/shop |                           | 404 | xt_flow_not_found             |",
                "POST | /attributes        | {'name':'with space','dataType':'STRING'} | 400 | xt_attribute_name_invalid  | name",
                "POST | /attributes        | {'name':'email','dataType':'STRING'}   | 400 | xt_attribute_name_reserved    | name",
                "POST | /attributes        | {'name':'fresh'}                       | 400 | xt_attribute_type_missing     | dataType",
                "POST | /attributes        | {'name':'fresh','dataType':'TIME'}     | 400 | xt_invalid_value              | dataType",
                "GET  | /attributes/x      |                                        | 404 | xt_attribute_not_found        |",
                "PUT  | /attributes/x      | {'displayName':'X','dataType':'STRING'} | 404 | xt_attribute_not_found       |",
                "DELETE | /attributes/x    |                                        | 404 | xt_attribute_not_found        |",
                "PUT  | /applications/none/claims | []                              | 404 | xt_application_not_found      |",
                "PUT  | /applications/shop/claims | [{'claim':'x','attribute':'nowhere'}] | 400 | xt_attribute_unknown   | [0].attribute",
                "POST | /applications      | {'displayName':'Shop'}                 | 400 | xt_application_type_invalid   | type",
                "POST | /applications      | {'type':'toaster'}                     | 400 | xt_invalid_value              | type",
                "POST | /applications      | {'type':'spa','clientId':'a b'}        | 400 | xt_application_client_id_invalid | clientId",
                "POST | /applications      | {'type':'spa','clientId':'shop'}       | 409 | xt_application_client_id_taken | clientId",
                "POST | /applications      | {'type':'spa','clientId':'account'}    | 409 | xt_application_client_id_taken | clientId",
                "POST | /applications      | {'type':'spa','secret':'mine'}         | 400 | xt_unknown_field              | secret",
                "POST | /applications      | {'type':'spa','redirectUris':['https://a.example/*']} | 400 | xt_application_redirect_uri_invalid | redirectUris[0]",
                "POST | /applications      | {'type':'spa','redirectUris':['http://a.example']} | 400 | xt_application_redirect_uri_invalid | redirectUris[0]",
                "POST | /applications      | {'type':'spa','redirectUris':[null]}   | 400 | xt_invalid_value              |",
                "POST | /applications      | {'type':'daemon','userFlow':'default'} | 400 | xt_application_field_unsuitable | userFlow",
                "POST | /applications      | {'type':'spa','userFlow':'nowhere'}    | 400 | xt_application_user_flow_unknown | userFlow",
                "POST | /applications      | {'type':'daemon','apis':['shop']}      | 400 | xt_application_api_unknown    | apis[0]",
                "GET  | /applications?first=-1 |                                    | 400 | xt_invalid_value              | first",
                "GET  | /applications/none |                                        | 404 | xt_application_not_found      |",
                "GET  | /applications/account |                                     | 404 | xt_application_not_found      |",
                "PUT  | /applications/none | {'displayName':'X'}                    | 404 | xt_application_not_found      |",
                "PUT  | /applications/shop | {'type':'web'}                         | 409 | xt_application_type_immutable | type",
                "PUT  | /applications/shop | {'clientId':'store'}                   | 409 | xt_application_client_id_immutable | clientId",
                "PUT  | /applications/realm-management | {'displayName':'X'}        | 409 | xt_application_internal       |",
                "DELETE | /applications/admin-cli |                                 | 409 | xt_application_internal       |",
                "DELETE | /applications/none |                                      | 404 | xt_application_not_found      |",
                "POST | /applications/broker/secret |                               | 409 | xt_application_internal       |",
                "POST | /applications/shop/secret |                                 | 409 | xt_application_without_secret |",
                "POST | /applications/shop/roles | {}                               | 400 | xt_application_role_value_invalid | value",
                "POST | /applications/shop/roles | {'value':'two words'}            | 400 | xt_application_role_value_invalid | value",
                "POST | /applications/shop/roles | {'value':'a','description':''}   | 400 | xt_application_role_text_invalid | description",
                "PUT  | /applications/account-console/claims | []                   | 409 | xt_application_internal       |",
                "POST | /applications/broker/roles | {'value':'a'}                  | 409 | xt_application_internal       |",
                "GET  | /applications/none/roles |                                  | 404 | xt_application_not_found      |",
                "GET  | /applications/broker/roles |                                | 404 | xt_application_not_found      |",
                "GET  | /applications/shop/roles/none |                             | 404 | xt_application_role_not_found |",
                "PUT  | /applications/shop/roles/none | {}                          | 404 | xt_application_role_not_found |",
                "DELETE | /applications/shop/roles/none |                           | 404 | xt_application_role_not_found |",
                "POST | /custom-extensions | {'targetUrl':'https://api.contoso.example'} | 400 | xt_extension_name_invalid | name",
                "POST | /custom-extensions | {'name':'a','targetUrl':'ftp://x'}      | 400 | xt_extension_url_not_allowed | targetUrl",
                "POST | /custom-extensions | {'name':'a','targetUrl':'https://10.0.0.1'} | 400 | xt_extension_url_not_allowed | targetUrl",
                "POST | /custom-extensions | {'name':'a','targetUrl':'https://a.example','timeoutInMilliseconds':9} | 400 | xt_extension_timeout_invalid | timeoutInMilliseconds",
                "GET  | /custom-extensions/x |                                      | 404 | xt_extension_not_found        |",
                "PUT  | /custom-extensions/x | {'name':'a','targetUrl':'https://a.example'} | 404 | xt_extension_not_found |",
                "DELETE | /custom-extensions/x |                                    | 404 | xt_extension_not_found        |",
                "POST | /event-listeners   | {'event':'onOtpSend','extensionId':'x','conditions':{}} | 400 | xt_listener_name_invalid | name",
                "POST | /event-listeners   | {'name':'a','event':'onSignOut','extensionId':'x','conditions':{}} | 400 | xt_invalid_value | event",
                "POST | /event-listeners   | {'name':'a','event':'onOtpSend','extensionId':'x','conditions':{}} | 400 | xt_extension_unknown | extensionId",
                "POST | /event-listeners   | {'name':'a','event':'onOtpSend','extensionId':'x'} | 400 | xt_listener_conditions_missing | conditions",
                "POST | /event-listeners   | {'name':'a','event':'onOtpSend','extensionId':'x','conditions':{'includeApps':[]}} | 400 | xt_unknown_field | conditions.includeApps",
                "GET  | /event-listeners/x |                                        | 404 | xt_listener_not_found         |",
                "PUT  | /event-listeners/x | {'name':'a','event':'onOtpSend','extensionId':'x','conditions':{}} | 404 | xt_listener_not_found |",
                "DELETE | /event-listeners/x |                                      | 404 | xt_listener_not_found         |",
                "PUT  | /languages/de      | {'SignIn_Titel':'x'}                   | 400 | xt_unknown_field              | SignIn_Titel",
                "PUT  | /languages/de      | {'SignIn_Title':''}                    | 400 | xt_language_text_invalid      | SignIn_Title",
                "PUT  | /languages/de      | {'SignIn_Title':null}                  | 400 | xt_language_text_invalid      | SignIn_Title",
                "PUT  | /languages/de      | []                                     | 400 | xt_invalid_json               |",
                "PUT  | /languages/tlh     | {}                                     | 404 | xt_language_not_found         |",
                "GET  | /languages/tlh     |                                        | 404 | xt_language_not_found         |",
                "GET  | /languages/tlh/defaults |                                   | 404 | xt_language_not_found         |",
                "DELETE | /languages/tlh   |                                        | 404 | xt_language_not_found         |",
                "GET  | /languages/de?userFlow=x |                                  | 404 | xt_flow_not_found             |",
                "PUT  | /branding          | {'colour':'red'}                       | 400 | xt_unknown_field              | colour",
                "PUT  | /branding          | {'accentColor':'red'}                  | 400 | xt_branding_color_invalid     | accentColor",
                "PUT  | /branding/images/banner | {'content':'eHg='}                 | 404 | xt_branding_image_not_found   |",
                "PUT  | /branding/images/favicon | {'content':'eHg='}                | 400 | xt_branding_image_type_refused | favicon",
                "PUT  | /branding/images/favicon | {'content':'*'}                   | 400 | xt_invalid_value              | content",
                "GET  | /branding/images/favicon |                                   | 404 | xt_branding_image_not_found   |",
                "DELETE | /branding/images/favicon |                                 | 404 | xt_branding_image_not_found   |",
                "POST | /branding/rollback |                                        | 409 | xt_branding_no_previous       |",
                "POST | /themes            | {}                                     | 400 | xt_theme_name_invalid         | name",
                "POST | /themes            | {'name':'Default theme'}               | 400 | xt_theme_name_reserved        | name",
                "GET  | /themes/x          |                                        | 404 | xt_theme_not_found            |",
                "GET  | /themes/Default%20theme |                                   | 404 | xt_theme_not_found            |",
                "PUT  | /themes/x          | {}                                     | 404 | xt_theme_not_found            |",
                "DELETE | /themes/x        |                                        | 404 | xt_theme_not_found            |",
                "POST | /themes/x/publish  |                                        | 404 | xt_theme_not_found            |",
                "PUT  | /themes/x/applications/shop |                               | 404 | xt_theme_not_found            |",
                "PUT  | ''                 | {'colour':'red'}                       | 400 | xt_unknown_field              | colour",
                "PUT  | ''                 | {'name':'another'}                     | 409 | xt_tenant_name_immutable      | name",
                "PUT  | ''                 | {'displayName':' '}                    | 400 | xt_tenant_display_name_invalid | displayName",
                "PUT  | ''                 | {'domainName':'contoso'}               | 400 | xt_tenant_domain_invalid      | domainName",
                "PUT  | ''                 | {'countryRegion':'XX'}                 | 400 | xt_tenant_country_invalid     | countryRegion",
                "PUT  | ''                 | {'languages':['xx']}                   | 400 | xt_tenant_languages_invalid   | languages",
                "PUT  | ''                 | {'languages':'en'}                     | 400 | xt_invalid_value              | languages",
            })
    void theRestSaysWhatIsWrongWithWhichField(
            String method, String path, String body, int status, String code, String field) {
        Answer answer = TENANT.admin().call(method, TENANT.path(path), body == null ? null : body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.error()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.field()).as(answer.toString()).isEqualTo(field == null ? "" : field);
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
    }

    @Test
    void aFlowIsNotMappedToAnAppThatIsNotThere() {
        Answer answer = TENANT.admin().put(TENANT.path("/user-flows/" + flow + "/applications/none"), null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("xt_application_not_found");
    }

    @Test
    void aFlowInUseIsNotDeleted() {
        Answer answer = TENANT.admin().delete(TENANT.path("/user-flows/" + flow));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.error()).isEqualTo("xt_flow_in_use");
        assertThat(answer.json().path("error_description").asText()).contains(": shop.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daemon", "api"})
    void anAppWithoutCustomersIsMappedToNoFlow(String type) {
        String app = type + "-without-customers";
        TENANT.admin()
                .post(TENANT.path("/applications"), Map.of("type", type, "clientId", app))
                .expect(201);

        Answer answer = TENANT.admin().put(TENANT.path("/user-flows/" + flow + "/applications/" + app), null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("xt_application_field_unsuitable");
        assertThat(answer.field()).isEqualTo("userFlow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/applications", "/identity-providers"})
    void theTypeThatIsOnlyAnsweredIsNotOffered(String path) {
        Answer answer = TENANT.admin().post(TENANT.path(path), Map.of("type", "toaster"));

        assertThat(answer.json().path("error_description").asText())
                .startsWith("Allowed are: ")
                .doesNotContain("other");
    }

    @Test
    void whatIsPutAsItIsStaysTheSameVersion() {
        Answer before = TENANT.admin().get(TENANT.path("/user-flows/" + flow));

        Answer after = TENANT.admin().put(TENANT.path("/user-flows/" + flow), before.json());

        assertThat(after.expect(200).json()).isEqualTo(before.json());
    }

    @Test
    void anAttributeThatTheTokensOfAnAppCarryIsNotDeleted() {
        TENANT.admin()
                .post(TENANT.path("/attributes"), Map.of("name", "carried", "dataType", "STRING"))
                .expect(201);
        TENANT.admin()
                .put(TENANT.path("/applications/shop/claims"), List.of(Map.of("claim", "c", "attribute", "carried")))
                .expect(200);

        Answer answer = TENANT.admin().delete(TENANT.path("/attributes/carried"));

        TENANT.admin().put(TENANT.path("/applications/shop/claims"), List.of()).expect(200);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.error()).isEqualTo("xt_attribute_in_use");
        assertThat(answer.json().path("error_description").asText()).contains("shop");
        assertThat(TENANT.admin().delete(TENANT.path("/attributes/carried")).status())
                .isEqualTo(204);
    }

    @Test
    void anAppCannotBeTakenFromAFlowThatIsNotThere() {
        Answer answer = TENANT.admin().delete(TENANT.path("/user-flows/" + MISSING + "/applications/shop"));

        assertThat(answer.status()).isEqualTo(404);
    }

    /** @param value null for a field that is not sent, as browsers do with a box that is not ticked */
    private static Map<String, String> with(String attribute, String value) {
        Map<String, String> values = new HashMap<>(GOOD);
        if (value == null) {
            values.remove(attribute);
        } else {
            values.put(attribute, value);
        }
        return values;
    }
}
