package dev.externaltenants.tenant.setup;

import java.util.Set;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TenantRulesTest {

    private static final Set<String> OFFERED = Set.of("en", "de", "pt-BR");

    @Test
    void keepsWhatIsNotGiven() {
        assertThat(TenantRules.check(Tenant.unchanged(), OFFERED)).isEqualTo(Tenant.unchanged());
    }

    @Test
    void spellsEachSettingAsItIsStored() {
        Tenant checked = check("{'domainName':'Shop.Contoso.Example','countryRegion':'de','languages':['DE','pt-br']}");

        assertThat(checked.domainName()).isEqualTo("shop.contoso.example");
        assertThat(checked.countryRegion()).isEqualTo("DE");
        assertThat(checked.languages()).containsExactly("de", "pt-BR");
    }

    @Test
    void anEmptyDomainNameMeansNone() {
        assertThat(check("{'domainName':''}").domainName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'displayName':' '}                         | xt_tenant_display_name_invalid | displayName
                    {'usernames':{'patterns':['a','b','c']}}    | xt_tenant_username_patterns_too_many | usernames.patterns
                    {'usernames':{'patterns':['a','[']}}        | xt_tenant_username_pattern_invalid | usernames.patterns[1]
                    {'usernames':{'patterns':['']}}             | xt_tenant_username_pattern_invalid | usernames.patterns[0]
                    {'usernames':{'patterns':['.+@.+']}}        | xt_tenant_username_pattern_invalid | usernames.patterns[0]
                    {'usernames':{'patterns':['((){999}){999}']}} | xt_tenant_username_pattern_invalid | usernames.patterns[0]
                    {'domainName':'contoso'}                    | xt_tenant_domain_invalid       | domainName
                    {'domainName':'contoso.example.'}           | xt_tenant_domain_invalid       | domainName
                    {'domainName':'-contoso.example'}           | xt_tenant_domain_invalid       | domainName
                    {'domainName':'con_toso.example'}           | xt_tenant_domain_invalid       | domainName
                    {'domainName':'https://contoso.example'}    | xt_tenant_domain_invalid       | domainName
                    {'domainName':'10.0.0.1'}                   | xt_tenant_domain_invalid       | domainName
                    {'domainName':'bücher.example'}             | xt_tenant_domain_invalid       | domainName
                    {'countryRegion':'XX'}                      | xt_tenant_country_invalid      | countryRegion
                    {'countryRegion':''}                        | xt_tenant_country_invalid      | countryRegion
                    {'countryRegion':'DEU'}                     | xt_tenant_country_invalid      | countryRegion
                    {'languages':[]}                            | xt_tenant_languages_invalid    | languages
                    {'languages':['de','DE']}                   | xt_tenant_languages_invalid    | languages
                    {'languages':['fr']}                        | xt_tenant_languages_invalid    | languages
                    """)
    void refusesWhatASettingCannotBe(String json, String code, String field) {
        assertThatThrownBy(() -> check(json)).isInstanceOfSatisfying(TenantException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "   abc   ", "seventeen letters"})
    void refusesABannedPasswordOfAnotherLengthThanEntras(String word) {
        assertThatThrownBy(() -> check("{'bannedPasswords':['contoso','" + word + "']}"))
                .isInstanceOfSatisfying(TenantException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("xt_tenant_banned_password_invalid");
                    assertThat(refused.field()).isEqualTo("bannedPasswords[1]");
                });
    }

    @Test
    void refusesMoreThanAThousandBannedPasswords() {
        String thousand = "'contoso',".repeat(1000);

        assertThatNoException().isThrownBy(() -> check("{'bannedPasswords':[" + thousand.replaceAll(",$", "") + "]}"));
        assertThatThrownBy(() -> check("{'bannedPasswords':[" + thousand + "'contoso']}"))
                .isInstanceOfSatisfying(TenantException.class, refused -> assertThat(refused.code())
                        .isEqualTo("xt_tenant_banned_passwords_too_many"));
    }

    @Test
    void refusesADomainNameLongerThanTheDnsHasIt() {
        String label = "a".repeat(62) + ".";

        assertThatThrownBy(() -> check("{'domainName':'" + label.repeat(4) + "example'}"))
                .isInstanceOf(TenantException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso", "contoso-2", "a", "9.contoso_shop"})
    void acceptsNamesThatNeedNoEscapeInAnAddress(String name) {
        assertThatNoException().isThrownBy(() -> TenantRules.checkName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "-contoso", "con toso", "con/toso", "contoso;", "kontoß"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> TenantRules.checkName(name))
                .isInstanceOfSatisfying(TenantException.class, refused -> assertThat(refused.code())
                        .isEqualTo("xt_tenant_name_invalid"));
    }

    private static Tenant check(String json) {
        return TenantRules.check(Json.read(json.replace('\'', '"'), Tenant.class), OFFERED);
    }
}
