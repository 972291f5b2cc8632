package dev.externaltenants.customattributes;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.UserModel;

/** What must hold of a custom attribute by itself. */
final class CustomAttributeRules {

    /** Keycloak's own rule for names in a user profile, with a length; one segment of a path, so none that leads away. */
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,64}");

    private static final int MAX_DISPLAY_NAME = 256;
    private static final int MAX_DESCRIPTION = 1000;

    /**
     * Names that Keycloak gives a meaning of its own, that its user profile never lets a customer write, or that stand for
     * another field of the sign-up page. Compared without case, as some databases compare attribute names.
     */
    private static final Set<String> RESERVED = caseless(
            UserModel.USERNAME,
            UserModel.EMAIL,
            UserModel.EMAIL_VERIFIED,
            "EMAIL_VERIFIED",
            UserModel.LOCALE,
            UserModel.ENABLED,
            UserModel.DISABLED_REASON,
            UserModel.IS_TEMP_ADMIN_ATTR_NAME,
            UserModel.ID,
            UserModel.DID,
            "xt",
            "password",
            "passwordConfirmation",
            "terms_and_conditions",
            UserModel.CREATED_TIMESTAMP,
            "CREATED_TIMESTAMP",
            "createTimestamp",
            "modifyTimestamp",
            "userCertificate",
            "KERBEROS_PRINCIPAL",
            "LDAP_ID",
            "LDAP_ENTRY_DN");

    private static final Set<String> RESERVED_PREFIXES = Set.of("kc.", "xt.", "xt_", "xt-", "saml.persistent.");

    private CustomAttributeRules() {}

    /** @throws TenantException naming the first field that breaks a rule */
    static void check(CustomAttribute attribute) {
        checkName(attribute.name());
        if (attribute.dataType() == null) {
            throw TenantException.invalid(
                    "xt_attribute_type_missing",
                    "dataType",
                    "Say the data type: "
                            + Arrays.stream(DataType.values())
                                    .map(DataType::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        if (attribute.length() != null
                && (!attribute.dataType().isText()
                        || attribute.length() < 1
                        || attribute.length() > CustomAttribute.MAX_LENGTH)) {
            throw TenantException.invalid(
                    "xt_attribute_max_length_invalid",
                    "maxLength",
                    "A text may have 1 to " + CustomAttribute.MAX_LENGTH
                            + " characters; of other data types the length follows from the type.");
        }
        if (attribute.displayName().length() > MAX_DISPLAY_NAME || hasControls(attribute.displayName())) {
            throw TenantException.invalid(
                    "xt_attribute_display_name_invalid",
                    "displayName",
                    "A display name has at most " + MAX_DISPLAY_NAME + " characters, on one line.");
        }
        if (attribute.description() != null && attribute.description().length() > MAX_DESCRIPTION) {
            throw TenantException.invalid(
                    "xt_attribute_description_invalid",
                    "description",
                    "A description has at most " + MAX_DESCRIPTION + " characters.");
        }
    }

    private static void checkName(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw TenantException.invalid(
                    "xt_attribute_name_invalid",
                    "name",
                    "A name has 1 to 64 letters, digits, dots, underscores or hyphens, and is not . or ..");
        }
        if (RESERVED.contains(name)
                || RESERVED_PREFIXES.stream()
                        .anyMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()))) {
            throw TenantException.invalid(
                    "xt_attribute_name_reserved", "name", "Keycloak gives this name a meaning of its own.");
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
