package dev.externaltenants.tenant.apps;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.externaltenants.userflow.TenantException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.externaltenants.tenant.apps.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApplicationRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'spa'}",
                "{'type':'spa','clientId':'shop','displayName':'Shop','redirectUris':['https://shop.example/callback'],"
                        + "'postLogoutRedirectUris':['https://shop.example/'],"
                        + "'frontChannelLogoutUrl':'https://shop.example/out','userFlow':'default','apis':['orders']}",
                "{'type':'web','redirectUris':['http://localhost:8080/callback'],'apis':['orders']}",
                "{'type':'mobile','redirectUris':['com.example.shop:/callback'],'userFlow':'default'}",
                "{'type':'native-auth','userFlow':'default'}",
                "{'type':'daemon','apis':['orders']}",
                "{'type':'api','clientId':'orders'}"
            })
    void acceptsAnAppOfEachType(String json) {
        assertThatNoException().isThrownBy(() -> ApplicationRules.checkNew(app(json)));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                        | xt_application_type_invalid         | type
                    {'type':'other'}                                          | xt_application_type_invalid         | type
                    {'type':'spa','clientId':''}                              | xt_application_client_id_invalid    | clientId
                    {'type':'spa','clientId':'a/b'}                           | xt_application_client_id_invalid    | clientId
                    {'type':'spa','clientId':'-a'}                            | xt_application_client_id_invalid    | clientId
                    {'type':'spa','displayName':' '}                          | xt_application_display_name_invalid | displayName
                    {'type':'spa','displayName':'a\\nb'}                      | xt_application_display_name_invalid | displayName
                    {'type':'spa','redirectUris':['https://a.example','*']}   | xt_application_redirect_uri_invalid | redirectUris[1]
                    {'type':'web','redirectUris':['com.example:/callback']}   | xt_application_redirect_uri_invalid | redirectUris[0]
                    {'type':'spa','redirectUris':['https://a','https://a']}   | xt_application_value_repeated       | redirectUris[1]
                    {'type':'daemon','redirectUris':['https://a.example']}    | xt_application_field_unsuitable     | redirectUris
                    {'type':'api','userFlow':'default'}                       | xt_application_field_unsuitable     | userFlow
                    {'type':'daemon','postLogoutRedirectUris':['https://a']}  | xt_application_field_unsuitable     | postLogoutRedirectUris
                    {'type':'mobile','frontChannelLogoutUrl':'https://a'}     | xt_application_field_unsuitable     | frontChannelLogoutUrl
                    {'type':'api','apis':['orders']}                          | xt_application_field_unsuitable     | apis
                    {'type':'web','apis':['orders','orders']}                 | xt_application_value_repeated       | apis[1]
                    {'type':'web','postLogoutRedirectUris':['https://a','https://b']} | xt_application_logout_uris_too_many | postLogoutRedirectUris
                    {'type':'web','postLogoutRedirectUris':['http://a']}      | xt_application_redirect_uri_invalid | postLogoutRedirectUris[0]
                    {'type':'web','frontChannelLogoutUrl':'http://a.example'} | xt_application_logout_url_invalid   | frontChannelLogoutUrl
                    """)
    void refusesWithTheFieldAndAStableCode(String json, String code, String field) {
        assertRefused(() -> ApplicationRules.checkNew(app(json)), code, field);
    }

    @Test
    void takesOneHundredRedirectUrisAndNoMore() {
        assertThatNoException().isThrownBy(() -> ApplicationRules.checkNew(appWithRedirectUris(100)));
        assertRefused(
                () -> ApplicationRules.checkNew(appWithRedirectUris(101)),
                "xt_application_redirect_uris_too_many",
                "redirectUris");
    }

    @Test
    void theTypeNeverChanges() {
        Application present = app("{'clientId':'shop','type':'spa'}");

        assertRefused(
                () -> ApplicationRules.checkChange(app("{'type':'web'}"), present),
                "xt_application_type_immutable",
                "type");
    }

    @Test
    void theClientIdNeverChanges() {
        Application present = app("{'clientId':'shop','type':'spa'}");

        assertRefused(
                () -> ApplicationRules.checkChange(app("{'clientId':'store'}"), present),
                "xt_application_client_id_immutable",
                "clientId");
    }

    @Test
    void aClientOfNoTypeOfOursIsNotChanged() {
        Application present = app("{'clientId':'saml','type':'other'}");

        assertRefused(
                () -> ApplicationRules.checkChange(app("{'clientId':'saml','type':'other'}"), present),
                "xt_application_type_foreign",
                null);
    }

    /** Else an operator could not even deactivate a client that came with a wildcard. */
    @Test
    void whatTheClientHasAlreadyStays() {
        Application present = app("{'clientId':'shop','type':'spa','redirectUris':['https://shop.example/*']}");

        assertThatNoException()
                .isThrownBy(() -> ApplicationRules.checkChange(
                        app("{'enabled':false,'redirectUris':['https://shop.example/*']}"), present));
        assertRefused(
                () -> ApplicationRules.checkChange(
                        app("{'redirectUris':['https://shop.example/*','https://store.example/*']}"), present),
                "xt_application_redirect_uri_invalid",
                "redirectUris[1]");
    }

    private static Application appWithRedirectUris(int count) {
        String uris = IntStream.range(0, count)
                .mapToObj(i -> "'https://shop.example/" + i + "'")
                .collect(Collectors.joining(","));
        return app("{'type':'spa','redirectUris':[" + uris + "]}");
    }

    private static void assertRefused(ThrowingCallable work, String code, String field) {
        assertThatThrownBy(work).isInstanceOfSatisfying(TenantException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
