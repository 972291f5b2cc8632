package dev.externaltenants.claimsextension;

import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExtensionRulesTest {

    private final ExtensionRules rules = new ExtensionRules(AllowedHosts.of("127.0.0.1", "claims.internal", "[::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.org",
                "https://api.example.org:8443/claims?code=1",
                "https://1.1.1.1/",
                "https://127.0.0.1:5000/",
                "http://127.0.0.1:5000/",
                "http://Claims.Internal/",
                "http://[::1]:5000/"
            })
    void acceptsPublicHttpsAndWhatTheOperatorAllows(String url) {
        assertThatCode(() -> rules.check(Extensions.at(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, xt_extension_url_invalid",
                "'', xt_extension_url_invalid",
                "/claims, xt_extension_url_invalid",
                "https:///claims, xt_extension_url_invalid",
                "https://user@api.example.org, xt_extension_url_invalid",
                "https://api.example.org/#part, xt_extension_url_invalid",
                "https://api.example.org/a b, xt_extension_url_invalid",
                "https://2130706433/, xt_extension_url_not_allowed",
                "http://api.example.org, xt_extension_url_not_allowed",
                "file://api.example.org/etc, xt_extension_url_not_allowed",
                "ftp://127.0.0.1/, xt_extension_url_not_allowed",
                "https://localhost/, xt_extension_url_not_allowed",
                "https://10.1.2.3/, xt_extension_url_not_allowed",
                "https://169.254.169.254/latest, xt_extension_url_not_allowed",
                "https://[fd00::1]/, xt_extension_url_not_allowed",
                "https://[::ffff:10.0.0.1]/, xt_extension_url_not_allowed"
            })
    void refusesOtherTargets(String url, String code) {
        refused(Extensions.at(url), code, "targetUrl");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3600})
    void acceptsAnswersThatCountForAnHourAtMost(int seconds) {
        assertThatCode(() -> rules.check(Extensions.cached(seconds))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3601, Integer.MAX_VALUE})
    void refusesAnswersThatCountForLonger(int seconds) {
        refused(Extensions.cached(seconds), "xt_extension_cache_invalid", "cacheInSeconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oneTimeCode", "onetimecode"})
    void acceptsBothNamesThatHandlersReadACodeBy(String name) {
        assertThatCode(() -> rules.check(Extensions.namingCodes(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ONETIMECODE", "code", "identifier"})
    void refusesOtherNamesOfACode(String name) {
        refused(Extensions.namingCodes(name), "xt_extension_otp_code_name_invalid", "otpCodeName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub",
                "Sub",
                "aud",
                "realm_access",
                "email",
                "email_verified",
                "preferred_username",
                "roles",
                "Groups",
                "authorization_details",
                "cnf",
                "act"
            })
    void refusesReservedClaims(String claim) {
        refused(
                Extensions.mapping(new ClaimMapping("fine", null), new ClaimMapping("x", claim)),
                "xt_extension_claim_reserved",
                "claims[1].claim");
    }

    @Test
    void refusesAReservedClaimThatIsNotRenamed() {
        refused(Extensions.mapping(new ClaimMapping("iss", null)), "xt_extension_claim_reserved", "claims[0].claim");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "given_name, INTEGER",
                "locale, BOOLEAN",
                "claims_locales, DECIMAL",
                "updated_at, none",
                "updated_at, DECIMAL",
                "phone_number_verified, none",
                "address, none",
                "address, BOOLEAN"
            })
    void refusesATypeThatAClaimOfOpenIdConnectIsNot(String claim, ClaimType type) {
        refused(
                Extensions.mapping(new ClaimMapping("x", claim, type)),
                "xt_extension_claim_type_unsuitable",
                "claims[0].type");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"given_name, none", "updated_at, INTEGER", "phone_number_verified, BOOLEAN", "points, DECIMAL"})
    void acceptsTheTypeThatItIs(String claim, ClaimType type) {
        assertThatCode(() -> rules.check(Extensions.mapping(new ClaimMapping("x", claim, type))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.org/realms/contoso",
                "http://127.0.0.1:8080/auth/realms/contoso/protocol/openid-connect/token",
                "HTTPS://id.example.org//Realms/contoso"
            })
    void refusesTheAddressOfARealmAsAudience(String resourceId) {
        refused(Extensions.forAudience(resourceId), "xt_extension_resource_id_invalid", "resourceId");
    }

    @Test
    void refusesTwoMappingsToOneClaim() {
        refused(
                Extensions.mapping(new ClaimMapping("a", "tier"), new ClaimMapping("b", "tier")),
                "xt_extension_claim_duplicate",
                "claims[1].claim");
    }

    @Test
    void refusesAMappingOfNothing() {
        refused(
                Extensions.mapping(new ClaimMapping(null, "tier")),
                "xt_extension_claim_invalid",
                "claims[0].claimIdInApiResponse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "x12345678901234567890123456789012345678901234567890123456789012345"})
    void refusesOtherNames(String name) {
        refused(Extensions.named(name), "xt_extension_name_invalid", "name");
    }

    @ParameterizedTest
    @CsvSource({
        "199, 1, xt_extension_timeout_invalid, timeoutInMilliseconds",
        "2001, 1, xt_extension_timeout_invalid, timeoutInMilliseconds",
        "1000, 2, xt_extension_retries_invalid, maximumRetries",
        "1000, -1, xt_extension_retries_invalid, maximumRetries"
    })
    void refusesTimesAndRetriesBeyondEntras(int timeout, int retries, String code, String field) {
        refused(Extensions.calling("https://api.example.org", timeout, retries), code, field);
    }

    private void refused(CustomExtension extension, String code, String field) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> rules.check(extension))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }
}
