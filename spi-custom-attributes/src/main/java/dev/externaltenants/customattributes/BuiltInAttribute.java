package dev.externaltenants.customattributes;

import java.util.Arrays;
import java.util.Optional;

import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.username.Username;

/**
 * The attributes that every tenant has, under Entra's names and with Entra's lengths.
 *
 * <p>The Keycloak names of the address parts are those that the stock {@code address} client scope reads, so that OIDC's
 * address claim works without further set-up.
 */
public enum BuiltInAttribute implements TenantAttribute {
    GIVEN_NAME("givenName", "firstName", "${firstName}", 64, "given-name"),
    SURNAME("surname", "lastName", "${lastName}", 64, "family-name"),
    DISPLAY_NAME("displayName", "displayName", "Display name", 256, "name"),
    COUNTRY("country", "country", "${country}", 128, "country"),
    CITY("city", "locality", "${locality}", 128, "address-level2"),
    STATE("state", "region", "${region}", 128, "address-level1"),
    STREET_ADDRESS("streetAddress", "street", "${street}", 1024, "street-address"),
    POSTAL_CODE("postalCode", "postal_code", "${postal_code}", 40, "postal-code"),
    JOB_TITLE("jobTitle", "jobTitle", "Job title", 128, "organization-title"),
    /** A name to sign in with; asked for where the tenant has them. */
    USERNAME(Username.ATTRIBUTE, Username.USER_ATTRIBUTE, "${username}", Username.MAX_LENGTH, "username");

    private final String key;
    private final String userAttribute;
    private final String displayName;
    private final int maxLength;
    private final String autocomplete;

    BuiltInAttribute(String key, String userAttribute, String displayName, int maxLength, String autocomplete) {
        this.key = key;
        this.userAttribute = userAttribute;
        this.displayName = displayName;
        this.maxLength = maxLength;
        this.autocomplete = autocomplete;
    }

    /** Finds the attribute by Entra's name. */
    public static Optional<BuiltInAttribute> find(String key) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.key.equals(key))
                .findFirst();
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String userAttribute() {
        return userAttribute;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public DataType dataType() {
        return DataType.STRING;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public String autocomplete() {
        return autocomplete;
    }

    /** A country is typed or chosen; the other built-in attributes are no countries, and a user name is none of a few. */
    @Override
    public boolean suits(InputType control) {
        if (this == USERNAME) {
            return control == InputType.TEXT;
        }
        return DataType.STRING.suits(control) && (control != InputType.COUNTRY || this == COUNTRY);
    }
}
