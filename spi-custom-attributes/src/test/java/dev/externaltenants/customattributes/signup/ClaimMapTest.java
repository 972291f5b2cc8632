package dev.externaltenants.customattributes.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.userflow.input.InputType;
import org.junit.jupiter.api.Test;

import static dev.externaltenants.customattributes.Flows.optional;
import static dev.externaltenants.customattributes.Flows.submitted;
import static org.assertj.core.api.Assertions.assertThat;

class ClaimMapTest {

    private static final SignUpField PHONE = new SignUpField(
            optional("phoneNumber", InputType.TEXT), new CustomAttribute("phoneNumber", null, null, DataType.STRING));

    @Test
    void fillsTheFieldsOfTheFlowAndNoOthers() {
        List<SignUpField> fields = List.of(
                new SignUpField(optional("givenName", InputType.TEXT), BuiltInAttribute.GIVEN_NAME),
                new SignUpField(optional("city", InputType.TEXT), BuiltInAttribute.CITY));

        assertThat(ClaimMap.values(fields, Map.of("given_name", "Anna", "locality", "Oslo", "family_name", "Berg")))
                .isEqualTo(submitted(Map.of("givenName", "Anna", "city", "Oslo")));
    }

    @Test
    void leavesOutWhatTheFieldWouldRefuse() {
        List<SignUpField> country =
                List.of(new SignUpField(optional("country", InputType.COUNTRY), BuiltInAttribute.COUNTRY));

        assertThat(ClaimMap.values(country, Map.of("country", "Norway"))).isEmpty();
        assertThat(ClaimMap.values(country, Map.of("country", "NO"))).isEqualTo(submitted(Map.of("country", "NO")));
    }

    @Test
    void takesNoClaimForAnAttributeThatOnlyHasItsName() {
        SignUpField vip = new SignUpField(
                optional("vip", InputType.TEXT), new CustomAttribute("vip", null, null, DataType.STRING));

        assertThat(ClaimMap.values(List.of(vip), Map.of("vip", "yes"))).isEmpty();
    }

    @Test
    void takesNoPhoneNumberThatTheProviderCallsUnverified() {
        Map<String, String> claims = new HashMap<>(Map.of("phone_number", "+47 555 0100"));
        assertThat(ClaimMap.values(List.of(PHONE), claims)).containsKey("phoneNumber");

        claims.put("phone_number_verified", "false");

        assertThat(ClaimMap.values(List.of(PHONE), claims)).isEmpty();
    }
}
