package dev.externaltenants.claimsextension.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.mapping.ClaimsMapping.Entry;
import dev.externaltenants.claimsextension.mapping.ClaimsMapping.Policy;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClaimsMappingRulesTest {

    static Stream<String> reserved() {
        return ReservedClaimNames.all();
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void refusesAndIgnoresEveryClaimOfTheServersOwn(String name) {
        for (ClaimNames names : ClaimNames.values()) {
            for (Entry entry :
                    List.of(provided(name, null, null), provided("tier", name, name), constant(name, name))) {
                ClaimsMapping mapping = mapping(entry);

                refused(mapping, names, "xt_claims_mapping_name_reserved");
                assertThat(mapping.claims(Map.of("tier", "x", name, "x"), names))
                        .as("%s in %s", entry, names)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
                "urn:oid:0.9.2342.19200300.100.1.3",
                "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
                "x#NameIdentifier"
            })
    void refusesWhatSamlAppsKnowCustomersBy(String name) {
        refused(mapping(provided("tier", null, name)), ClaimNames.ASSERTION, "xt_claims_mapping_name_reserved");
    }

    @Test
    void refusesNamesThatNeverStandForText() {
        for (Entry entry : List.of(
                provided("tier", "address", null),
                provided("address", null, null),
                constant("address", null),
                constant("updated_at", null),
                constant("phone_number_verified", null))) {
            refused(mapping(entry), ClaimNames.TOKEN, "xt_claims_mapping_name_unsuitable");
        }
        assertThatCode(() -> new ClaimsMappingRules(ClaimNames.TOKEN)
                        .check(of(List.of(
                                provided("changed", "updated_at", null),
                                provided("first", "given_name", null),
                                constant("locale", null)))))
                .doesNotThrowAnyException();
    }

    @Test
    void givesNoTokenAValueThatCannotBeReadUnderTheName() {
        ClaimsMapping mapping =
                of(List.of(provided("first", "given_name", null), provided("changed", "updated_at", null)));
        Map<String, Object> good = Map.of("first", "Dana", "changed", 1L);
        Map<String, Object> bad = Map.of("first", List.of("Dana"), "changed", "now");

        assertThat(mapping.claims(good, ClaimNames.TOKEN)).isEqualTo(Map.of("given_name", "Dana", "updated_at", 1L));
        assertThat(mapping.unsuitable(good, ClaimNames.TOKEN)).isEmpty();
        assertThat(mapping.claims(bad, ClaimNames.TOKEN)).isEmpty();
        assertThat(mapping.unsuitable(bad, ClaimNames.TOKEN)).contains("given_name");
    }

    /** Only one of the names counts for an app, and the other must not stand in the way. */
    @Test
    void theIdIsNoNameWhereTheProtocolHasAnother() {
        ClaimsMapping mapping = mapping(provided("roles", null, "urn:shop:teams"));

        assertThatCode(() -> new ClaimsMappingRules(ClaimNames.ASSERTION).check(mapping))
                .doesNotThrowAnyException();
        refused(mapping, ClaimNames.TOKEN, "xt_claims_mapping_name_reserved");
    }

    @Test
    void takesAHundredEntriesAndNoMore() {
        List<Entry> entries = Stream.iterate(0, i -> i + 1)
                .limit(101)
                .map(i -> provided("claim" + i, null, null))
                .toList();

        assertThatCode(() -> new ClaimsMappingRules(ClaimNames.TOKEN).check(of(entries.subList(0, 100))))
                .doesNotThrowAnyException();
        refused(of(entries), ClaimNames.TOKEN, "xt_claims_mapping_too_many");
    }

    @Test
    void refusesAnEntryThatIsNeitherOrBoth() {
        for (Entry entry : List.of(
                new Entry(null, null, null, "a", null),
                new Entry(null, "id", null, "a", null),
                new Entry(null, null, "x", null, null),
                new Entry(null, null, "x".repeat(257), "a", null),
                new Entry("CustomClaimsProvider", null, null, "a", null),
                new Entry("CustomClaimsProvider", "id", "x", "a", null))) {
            refused(mapping(entry), ClaimNames.TOKEN, "xt_claims_mapping_invalid");
        }
        refused(new ClaimsMapping(null), ClaimNames.TOKEN, "xt_claims_mapping_invalid");
    }

    @Test
    void isWrittenAsEntraWritesIt() {
        String entras = "{\"ClaimsMappingPolicy\":{\"Version\":1,\"IncludeBasicClaimSet\":\"true\",\"ClaimsSchema\":["
                + "{\"Source\":\"CustomClaimsProvider\",\"ID\":\"dateOfBirth\",\"JwtClaimType\":\"birthdate\"},"
                + "{\"Value\":\"tokenaug_V2\",\"JwtClaimType\":\"policy_version\"}]}}";

        assertThat(Json.write(Json.read(entras, ClaimsMapping.class))).isEqualTo(entras);
    }

    private static Entry provided(String id, String jwt, String saml) {
        return new Entry("CustomClaimsProvider", id, null, jwt, saml);
    }

    private static Entry constant(String jwt, String saml) {
        return new Entry(null, null, "x", jwt, saml);
    }

    private static ClaimsMapping mapping(Entry entry) {
        return of(List.of(entry));
    }

    private static ClaimsMapping of(List<Entry> entries) {
        return new ClaimsMapping(new Policy(1, "true", entries));
    }

    private static void refused(ClaimsMapping mapping, ClaimNames names, String code) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> new ClaimsMappingRules(names).check(mapping))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
