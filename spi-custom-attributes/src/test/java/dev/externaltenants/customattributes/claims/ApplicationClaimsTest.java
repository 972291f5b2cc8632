package dev.externaltenants.customattributes.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

import static dev.externaltenants.customattributes.Flows.custom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApplicationClaimsTest {

    private final Map<String, ProtocolMapperModel> mappers = new LinkedHashMap<>();
    private final List<String> writes = new ArrayList<>();
    private String protocol = "openid-connect";
    private final ClientModel app = Fake.of(ClientModel.class)
            .on("getProtocol", arguments -> protocol)
            .on("getProtocolMappersStream", arguments -> List.copyOf(mappers.values()).stream())
            .on("addProtocolMapper", arguments -> write("add", (ProtocolMapperModel) arguments[0]))
            .on("updateProtocolMapper", arguments -> write("update", (ProtocolMapperModel) arguments[0]))
            .on("removeProtocolMapper", arguments -> {
                ProtocolMapperModel removed = (ProtocolMapperModel) arguments[0];
                writes.add("remove " + removed.getName());
                mappers.remove(removed.getName());
                return null;
            })
            .get();
    private final WireNames names = WireNames.of(
            Fake.of(RealmModel.class).on("getId", arguments -> "contoso").get());
    private final ApplicationClaims claims = new ApplicationClaims(
            Stream.of(
                    BuiltInAttribute.CITY,
                    custom("hobby", DataType.STRING),
                    custom("loyaltyNumber", DataType.INT),
                    custom("news", DataType.BOOLEAN),
                    custom("colours", DataType.STRING_COLLECTION)),
            names);

    @Test
    void writesAStockMapperForEachClaim() {
        claims.replace(app, List.of(new ApplicationClaim("loyalty", "loyaltyNumber")));

        ProtocolMapperModel mapper = mappers.get("xt-claim loyalty");
        assertThat(mapper.getProtocol()).isEqualTo("openid-connect");
        assertThat(mapper.getProtocolMapper()).isEqualTo("oidc-usermodel-attribute-mapper");
        assertThat(mapper.getConfig())
                .isEqualTo(Map.of(
                        "user.attribute", "loyaltyNumber",
                        "claim.name", "loyalty",
                        "jsonType.label", "long",
                        "id.token.claim", "true",
                        "access.token.claim", "true",
                        "userinfo.token.claim", "true",
                        "introspection.token.claim", "true"));
    }

    @Test
    void givesEachTypeItsJsonType() {
        claims.replace(app, List.of(new ApplicationClaim("hobby", "hobby"), new ApplicationClaim("news", "news")));

        assertThat(mappers.get("xt-claim hobby").getConfig()).containsEntry("jsonType.label", "String");
        assertThat(mappers.get("xt-claim news").getConfig()).containsEntry("jsonType.label", "boolean");
    }

    @Test
    void knowsBuiltInAttributesByEntrasNames() {
        claims.replace(app, List.of(new ApplicationClaim("town", "city")));

        assertThat(mappers.get("xt-claim town").getConfig()).containsEntry("user.attribute", "locality");
        assertThat(claims.list(app)).containsExactly(new ApplicationClaim("town", "city"));
    }

    @Test
    void replacesOursAndLeavesOthersAlone() {
        ProtocolMapperModel foreign = new ProtocolMapperModel();
        foreign.setName("audience");
        foreign.setProtocolMapper("oidc-audience-mapper");
        mappers.put("audience", foreign);
        claims.replace(app, List.of(new ApplicationClaim("hobby", "hobby"), new ApplicationClaim("town", "city")));

        claims.replace(app, List.of(new ApplicationClaim("town", "hobby")));

        assertThat(mappers).containsOnlyKeys("audience", "xt-claim town");
        assertThat(claims.list(app)).containsExactly(new ApplicationClaim("town", "hobby"));
    }

    @Test
    void writesNothingWhenNothingChanged() {
        claims.replace(app, List.of(new ApplicationClaim("town", "city")));
        writes.clear();

        claims.replace(app, List.of(new ApplicationClaim("town", "city")));

        assertThat(writes).isEmpty();
    }

    @Test
    void knowsCustomAttributesByTheirNamesOnTheWire() {
        String wireName = names.of(custom("hobby", DataType.STRING));
        assertThat(wireName).matches("extension_[0-9a-f]{32}_hobby");
        assertThat(names.of(BuiltInAttribute.CITY)).isEqualTo("city");

        claims.replace(app, List.of(new ApplicationClaim("pastime", wireName)));

        assertThat(claims.list(app)).containsExactly(new ApplicationClaim("pastime", "hobby"));
    }

    @Test
    void knowsNoNamesOfAnotherTenantsWire() {
        assertRefused(
                "xt_attribute_unknown",
                "[0].attribute",
                new ApplicationClaim("pastime", "extension_" + "0".repeat(32) + "_hobby"));
    }

    @Test
    void givesACollectionAsAList() {
        claims.replace(app, List.of(new ApplicationClaim("colours", "colours")));

        ProtocolMapperModel mapper = mappers.get("xt-claim colours");
        assertThat(mapper.getProtocolMapper()).isEqualTo("oidc-usermodel-attribute-mapper");
        assertThat(mapper.getConfig()).containsEntry("multivalued", "true");
        assertThat(claims.list(app)).containsExactly(new ApplicationClaim("colours", "colours"));
    }

    @Test
    void aListOfACollectionIsWhatItHasAnyway() {
        claims.replace(app, List.of(new ApplicationClaim("colours", "colours", null, ClaimValues.LIST)));

        assertThat(claims.list(app)).containsExactly(new ApplicationClaim("colours", "colours"));
    }

    @ParameterizedTest
    @CsvSource({"colours, COMMA_JOINED", "hobby, LIST"})
    void hasAMapperOfOursForTheOtherForm(String attribute, ClaimValues values) {
        List<ApplicationClaim> wanted = List.of(new ApplicationClaim("several", attribute, null, values));
        claims.replace(app, List.of(new ApplicationClaim("several", attribute)));

        claims.replace(app, wanted);

        assertThat(mappers.get("xt-claim several").getProtocolMapper()).isEqualTo("xt-attribute-values");
        assertThat(claims.list(app)).isEqualTo(wanted);
    }

    @Test
    void choosesTheTokens() {
        claims.replace(
                app,
                List.of(new ApplicationClaim(
                        "hobby", "hobby", List.of(ClaimToken.USERINFO, ClaimToken.ID_TOKEN), null)));

        assertThat(mappers.get("xt-claim hobby").getConfig())
                .containsEntry("id.token.claim", "true")
                .containsEntry("access.token.claim", "false")
                .containsEntry("introspection.token.claim", "false")
                .containsEntry("userinfo.token.claim", "true");
        assertThat(claims.list(app))
                .extracting(ApplicationClaim::tokens)
                .containsExactly(List.of(ClaimToken.ID_TOKEN, ClaimToken.USERINFO));
    }

    @Test
    void allTokensAreWhatAClaimIsInAnyway() {
        List<ClaimToken> all = List.of(ClaimToken.values());

        assertThat(new ApplicationClaim("hobby", "hobby", all, null)).isEqualTo(new ApplicationClaim("hobby", "hobby"));
    }

    @Test
    void refusesWhatOpenIdConnectSaysThatTheClaimIsNot() {
        for (ApplicationClaim claim : List.of(
                new ApplicationClaim("updated_at", "hobby"),
                new ApplicationClaim("phone_number_verified", "loyaltyNumber"),
                new ApplicationClaim("given_name", "news"),
                new ApplicationClaim("given_name", "colours"),
                new ApplicationClaim("locale", "hobby", null, ClaimValues.LIST),
                new ApplicationClaim("address", "city"))) {
            assertRefused("xt_claim_type_unsuitable", "[0].claim", claim);
        }
        claims.replace(
                app,
                List.of(
                        new ApplicationClaim("updated_at", "loyaltyNumber"),
                        new ApplicationClaim("phone_number_verified", "news"),
                        new ApplicationClaim("nickname", "hobby"),
                        new ApplicationClaim("gender", "colours", null, ClaimValues.COMMA_JOINED)));

        assertThat(claims.list(app)).hasSize(4);
    }

    @Test
    void refusesWhatNoClaimCanBe() {
        assertRefused("xt_claim_tokens_invalid", "[0].tokens", new ApplicationClaim("hobby", "hobby", List.of(), null));
        assertRefused(
                "xt_claim_values_unsuitable",
                "[0].values",
                new ApplicationClaim("loyalty", "loyaltyNumber", null, ClaimValues.LIST));
        assertRefused(
                "xt_claim_values_unsuitable",
                "[0].values",
                new ApplicationClaim("hobby", "hobby", null, ClaimValues.COMMA_JOINED));
    }

    @Test
    void writesAStockMapperForEachAttributeOfAnAssertion() {
        protocol = "saml";
        List<ApplicationClaim> wanted =
                List.of(new ApplicationClaim("colours", "colours"), new ApplicationClaim("urn:contoso:town", "city"));

        claims.replace(app, wanted);

        ProtocolMapperModel mapper = mappers.get("xt-claim urn:contoso:town");
        assertThat(mapper.getProtocol()).isEqualTo("saml");
        assertThat(mapper.getProtocolMapper()).isEqualTo("saml-user-attribute-mapper");
        assertThat(mapper.getConfig())
                .isEqualTo(Map.of(
                        "user.attribute", "locality",
                        "attribute.name", "urn:contoso:town",
                        "attribute.nameformat", "URI Reference"));
        assertThat(mappers.get("xt-claim colours").getConfig()).containsEntry("attribute.nameformat", "Basic");
        assertThat(claims.list(app)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Role",
                "email",
                "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
                "urn:oid:0.9.2342.19200300.100.1.3"
            })
    void refusesAttributesOfAnAssertionThatSayWhoSomebodyIs(String claim) {
        protocol = "saml";

        assertRefused("xt_claim_reserved", "[0].claim", new ApplicationClaim(claim, "hobby"));
    }

    @Test
    void knowsNoTokensOfAnAppThatGetsAssertions() {
        protocol = "saml";

        assertRefused(
                "xt_claim_tokens_invalid",
                "[0].tokens",
                new ApplicationClaim("hobby", "hobby", List.of(ClaimToken.ID_TOKEN), null));
        assertRefused(
                "xt_claim_values_unsuitable",
                "[0].values",
                new ApplicationClaim("colours", "colours", null, ClaimValues.LIST));
    }

    @Test
    void takesATextApartAtItsCommas() {
        assertThat(AttributeValuesMapper.parts(List.of("red, green,,blue", "black")))
                .containsExactly("red", "green", "blue", "black");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub",
                "iss",
                "email",
                "email_verified",
                "realm_access",
                "roles",
                "acr",
                "cnf",
                "Sub",
                "authorization_details"
            })
    void refusesClaimsThatSayWhoSomebodyIs(String claim) {
        assertRefused("xt_claim_reserved", "[0].claim", new ApplicationClaim(claim, "hobby"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "1st", "a b", "https://example.com/hobby"})
    void refusesClaimsThatAMapperWouldTakeApart(String claim) {
        assertRefused("xt_claim_name_invalid", "[0].claim", new ApplicationClaim(claim, "hobby"));
    }

    @Test
    void refusesAClaimTwice() {
        assertRefused(
                "xt_claim_repeated",
                "[1].claim",
                new ApplicationClaim("town", "city"),
                new ApplicationClaim("town", "hobby"));
    }

    @Test
    void refusesAnAttributeThatTheTenantDoesNotHaveAndWritesNothing() {
        assertRefused(
                "xt_attribute_unknown",
                "[1].attribute",
                new ApplicationClaim("town", "city"),
                new ApplicationClaim("shoes", "shoeSize"));
        assertThat(writes).isEmpty();
    }

    private void assertRefused(String code, String field, ApplicationClaim... list) {
        assertThatThrownBy(() -> claims.replace(app, List.of(list)))
                .isInstanceOfSatisfying(TenantException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    private ProtocolMapperModel write(String what, ProtocolMapperModel mapper) {
        writes.add(what + " " + mapper.getName());
        mappers.put(mapper.getName(), mapper);
        return mapper;
    }
}
