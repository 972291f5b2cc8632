package dev.externaltenants.themes.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of an attribute of the tenant's catalogue.
 *
 * @param wireName the attribute's name in Entra's contracts
 * @param displayName what is shown without an override; {@code ${key}} is a message of the theme
 */
public record AttributeText(String wireName, String displayName) {

    /** What the message of a worded label begins with; the page of attributes asks for it by the attribute's name. */
    private static final String MESSAGE = "xtAttribute.";

    private static final String PREFIX = "Attribute_";

    /** Of any app id: files come from other tenants, and realms are imported under new ids. */
    private static final Pattern CUSTOM = Pattern.compile(PREFIX + "extension_[0-9a-fA-F]{32}_([A-Za-z0-9._-]{1,64})");

    static String message(String attribute) {
        return MESSAGE + attribute;
    }

    /** Returns the name of the custom attribute whose label the key of a file means. */
    static Optional<String> customAttribute(String key) {
        Matcher custom = CUSTOM.matcher(key);
        return custom.matches() ? Optional.of(custom.group(1)) : Optional.empty();
    }

    /** Returns the name of the label in the file. */
    String key() {
        return isCustom()
                ? PREFIX + wireName
                : PREFIX + Character.toUpperCase(wireName.charAt(0)) + wireName.substring(1);
    }

    boolean isCustom() {
        return customAttribute(PREFIX + wireName).isPresent();
    }
}
