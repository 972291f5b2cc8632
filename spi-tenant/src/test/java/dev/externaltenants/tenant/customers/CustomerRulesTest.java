package dev.externaltenants.tenant.customers;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.compat.UserDirectory.Having;
import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.Invitation;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class CustomerRulesTest {

    private final RealmModel realm = realmWith("en", "de");
    private final CustomAttribute hobby = new CustomAttribute("hobby", null, null, DataType.STRING);
    private final CustomAttribute colours = new CustomAttribute("colours", null, null, DataType.STRING_COLLECTION);
    private final CustomerProfile profile =
            new CustomerProfile(Stream.of(BuiltInAttribute.GIVEN_NAME, hobby, colours), WireNames.of(realm));
    private final CustomerRules rules = new CustomerRules(realm, profile);

    @Test
    void takesACustomerWithAnAddress() {
        assertThatCode(() -> rules.check(customer("kim@example.com", null, "de", Map.of("givenName", "Kim"))))
                .doesNotThrowAnyException();
    }

    @Test
    void wantsAnAddressOrAUserName() {
        refuses("xt_customer_identity_missing", customer(null, null, null, Map.of()));
    }

    @Test
    void refusesALanguageThatTheTenantDoesNotHave() {
        refuses("xt_customer_language_unknown", customer("kim@example.com", null, "fr", Map.of()));
    }

    @Test
    void refusesAnAttributeOutsideTheCatalogue() {
        refuses("xt_attribute_unknown", customer("kim@example.com", null, null, Map.of("xt.deletedAt", "1")));
    }

    @Test
    void refusesControlsInAValue() {
        refuses("xt_account_value_invalid", customer("kim@example.com", null, null, Map.of("givenName", "K\0im")));
    }

    @Test
    void takesAListOfACollectionOnly() {
        Customer listed = Json.read(
                "{\"email\":\"kim@example.com\",\"attributes\":{\"colours\":[\"red\",\"blue\"]}}", Customer.class);

        assertThatCode(() -> rules.check(listed)).doesNotThrowAnyException();
        refuses(
                "xt_invalid_value",
                Json.read("{\"email\":\"kim@example.com\",\"attributes\":{\"givenName\":[\"Kim\"]}}", Customer.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{}", "[1]", "[null]", "[[\"red\"]]", "\"\\u0000\"", "[\"\\u0000\"]"})
    void takesTextsOnly(String value) {
        String body = "{\"attributes\":{\"colours\":" + value + "}}";

        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> Json.read(body, Customer.class))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("xt_invalid_value"))
                .satisfies(refused -> assertThat(refused.field()).startsWith("attributes.colours"));
    }

    @Test
    void showsATextAsATextAndAListAsAList() {
        assertThat(Json.write(Map.of("one", AttributeValue.of("red"), "two", AttributeValue.listOf(List.of("red")))))
                .isEqualTo("{\"one\":\"red\",\"two\":[\"red\"]}");
    }

    @Test
    void knowsAttributesByTheirNamesOnTheWire() {
        String wireName = WireNames.of(realm).of(hobby);
        Customer given = customer("kim@example.com", null, null, Map.of(wireName, "chess"));

        assertThatCode(() -> rules.check(given)).doesNotThrowAnyException();
        assertThat(profile.byKeys(given).attributes()).isEqualTo(Map.of("hobby", AttributeValue.of("chess")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hobby:chess | hobby | chess",
                "givenName:Kim | firstName | Kim",
                "hobby:a:b:c | hobby | a:b:c",
                "hobby:100 % | hobby | 100 %"
            })
    void readsWhatToSearchFor(String given, String attribute, String value) {
        assertThat(AccountSearch.having(given, profile::find)).isEqualTo(new Having(attribute, value));
    }

    @ParameterizedTest
    @CsvSource({
        "hobby, xt_invalid_value",
        "hobby:, xt_invalid_value",
        "xt.deletedAt:1, xt_attribute_unknown",
        ":, xt_invalid_value"
    })
    void refusesToSearchForAnythingElse(String given, String code) {
        refuses(code, () -> AccountSearch.having(given, profile::find));
    }

    @Test
    void oneWayToSignInIsEnough() {
        refuses("xt_customer_sign_in_invalid", created("kim@example.com", true, "secret", null));
        refuses("xt_customer_sign_in_invalid", created("kim@example.com", false, "secret", new Invitation(null, null)));
        refuses("xt_customer_sign_in_invalid", created(null, true, null, null));
        assertThatCode(() -> created("kim@example.com", true, null, null).check())
                .doesNotThrowAnyException();
    }

    private void refuses(String code, Customer customer) {
        refuses(code, () -> rules.check(customer));
    }

    private static void refuses(String code, NewCustomer customer) {
        refuses(code, customer::check);
    }

    private static void refuses(String code, ThrowingCallable check) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(check)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static NewCustomer created(String email, boolean passwordless, String password, Invitation invitation) {
        return new NewCustomer(email, null, null, null, null, passwordless, password, null, invitation);
    }

    private static Customer customer(String email, String username, String language, Map<String, String> attributes) {
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach((name, value) -> values.put(name, AttributeValue.of(value)));
        return new Customer(null, email, username, null, null, language, values, null, null);
    }

    private static RealmModel realmWith(String... languages) {
        return (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(), new Class<?>[] {RealmModel.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getSupportedLocalesStream")) {
                        return Stream.of(languages);
                    }
                    if (method.getName().equals("getId")) {
                        return "contoso";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
