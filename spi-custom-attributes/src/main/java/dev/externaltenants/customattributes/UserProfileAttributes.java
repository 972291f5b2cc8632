package dev.externaltenants.customattributes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.externaltenants.userflow.username.Username;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.validate.validators.IntegerValidator;
import org.keycloak.validate.validators.IsoDateValidator;
import org.keycloak.validate.validators.LengthValidator;
import org.keycloak.validate.validators.OptionsValidator;
import org.keycloak.validate.validators.PatternValidator;

/**
 * Our attributes as Keycloak's user profile writes them, so that its consoles and its admin REST show and validate them
 * with no code of ours.
 */
final class UserProfileAttributes {

    /** The annotation that makes an attribute of the user profile one of the catalogue. */
    static final String TYPE = "xt.type";

    static final String DESCRIPTION = "xt.description";

    private static final Set<String> EVERYBODY =
            Set.of(UserProfileConstants.ROLE_ADMIN, UserProfileConstants.ROLE_USER);

    /** Of what {@link Username} makes of a name, so much as Keycloak's own validators can check. */
    private static final String STORED_USERNAME = "[^@\\s\\p{Lu}]+";

    /** An instant of UTC, as we store it. */
    private static final String INSTANT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z";

    private static final String PERSON_NAME_CHARACTERS = "person-name-prohibited-characters";

    private UserProfileAttributes() {}

    static UPAttribute write(CustomAttribute attribute) {
        UPAttribute written = writable(attribute);
        if (MigrationAttribute.is(attribute.name())) {
            written.setPermissions(administratorsAlone());
        }
        Map<String, Object> annotations =
                new HashMap<>(Map.of(TYPE, attribute.dataType().name()));
        control(attribute.dataType()).ifPresent(control -> annotations.put("inputType", control));
        written.setAnnotations(annotations);
        describe(written, attribute);
        switch (attribute.dataType()) {
            case STRING -> limitLength(written, attribute.maxLength());
            case STRING_COLLECTION -> {
                written.setMultivalued(true);
                limitLength(written, attribute.maxLength());
            }
            case DATE -> written.addValidation(IsoDateValidator.ID, Map.of());
            case DATE_TIME -> written.addValidation(PatternValidator.ID, Map.of(PatternValidator.CFG_PATTERN, INSTANT));
            // Keycloak's integer validator is one of 64 bits.
            case INT -> written.addValidation(IntegerValidator.ID, Map.of());
            case BOOLEAN ->
                written.addValidation(
                        OptionsValidator.ID, Map.of(OptionsValidator.KEY_OPTIONS, List.of("true", "false")));
        }
        return written;
    }

    /** Returns what Keycloak's own consoles ask for a value with, where it is no line of text. */
    private static Optional<String> control(DataType type) {
        return switch (type) {
            case BOOLEAN -> Optional.of("select");
            case DATE -> Optional.of("html5-date");
            case STRING, INT, DATE_TIME, STRING_COLLECTION -> Optional.empty();
        };
    }

    /** Changes the texts that people read; whatever else an operator set stays. */
    static void describe(UPAttribute written, CustomAttribute attribute) {
        written.setDisplayName(attribute.displayName());
        if (attribute.description() == null) {
            written.getAnnotations().remove(DESCRIPTION);
        } else {
            written.getAnnotations().put(DESCRIPTION, attribute.description());
        }
    }

    /** Lets values be as long as the attribute says now. */
    static void lengthen(UPAttribute written, CustomAttribute attribute) {
        if (attribute.dataType().isText()) {
            limitLength(written, attribute.maxLength());
        }
    }

    /** Returns the custom attribute, or empty when it is not one of ours. */
    static Optional<CustomAttribute> read(UPAttribute written) {
        Map<String, Object> annotations = written.getAnnotations() == null ? Map.of() : written.getAnnotations();
        return dataType(annotations.get(TYPE))
                .map(type -> new CustomAttribute(
                        written.getName(),
                        written.getDisplayName(),
                        (String) annotations.get(DESCRIPTION),
                        type,
                        type.isText() ? length(written) : null));
    }

    /** Returns what is stored as the length, whoever wrote it; null where that is none. */
    private static Integer length(UPAttribute written) {
        Map<String, Object> length = written.getValidations() == null
                ? null
                : written.getValidations().get(LengthValidator.ID);
        Object longest = length == null ? null : length.get(LengthValidator.KEY_MAX);
        try {
            return longest == null ? null : Integer.valueOf(longest.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Makes the profile ready for user flows, and returns whether that changed it. */
    static boolean prepare(UPConfig profile) {
        boolean changed = false;
        for (BuiltInAttribute attribute : BuiltInAttribute.values()) {
            if (attribute != BuiltInAttribute.USERNAME && profile.getAttribute(attribute.userAttribute()) == null) {
                profile.addOrReplaceAttribute(write(attribute));
                changed = true;
            }
        }
        changed |= prepareMark(profile, CustomerMark.DELETED, "Deleted at");
        changed |= prepareMark(profile, CustomerMark.INVITATION, "Newest invitation");
        if (prepareMark(profile, CustomerMark.CONSENTS, "Consents")) {
            profile.getAttribute(CustomerMark.CONSENTS).setMultivalued(true);
            changed = true;
        }
        changed |= protectMigration(profile);
        for (BuiltInAttribute name : List.of(BuiltInAttribute.GIVEN_NAME, BuiltInAttribute.SURNAME)) {
            UPAttribute written = profile.getAttribute(name.userAttribute());
            changed |= written.getRequired() != null;
            written.setRequired(null);
        }
        return changed;
    }

    /** Takes from customers what a release before this one, or a realm file, let them write. */
    private static boolean protectMigration(UPConfig profile) {
        boolean changed = false;
        for (UPAttribute written : profile.getAttributes()) {
            if (read(written).isPresent() && MigrationAttribute.is(written.getName()) && !isOfAdministrators(written)) {
                written.setPermissions(administratorsAlone());
                changed = true;
            }
        }
        return changed;
    }

    /** Returns whether no customer writes it, as far as the user profile says who does. */
    static boolean isOfAdministrators(UPAttribute written) {
        return written.getPermissions() != null
                && !written.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
    }

    private static UPAttributePermissions administratorsAlone() {
        Set<String> administrators = Set.of(UserProfileConstants.ROLE_ADMIN);
        return new UPAttributePermissions(administrators, administrators);
    }

    /** Makes room for user names, and returns whether there was none. */
    static boolean prepareUsernames(UPConfig profile) {
        if (profile.getAttribute(Username.USER_ATTRIBUTE) != null) {
            return false;
        }
        // Given once, at sign-up or by an administrator: who could change it could try out who else has one.
        UPAttribute written = new UPAttribute(
                Username.USER_ATTRIBUTE,
                new UPAttributePermissions(EVERYBODY, Set.of(UserProfileConstants.ROLE_ADMIN)));
        written.setDisplayName("Username for sign-in");
        limitLength(written, Username.MAX_LENGTH);
        written.addValidation(PatternValidator.ID, Map.of(PatternValidator.CFG_PATTERN, STORED_USERNAME));
        profile.addOrReplaceAttribute(written);
        return true;
    }

    private static UPAttribute write(BuiltInAttribute attribute) {
        UPAttribute written = writable(attribute);
        limitLength(written, attribute.maxLength());
        if (attribute == BuiltInAttribute.GIVEN_NAME || attribute == BuiltInAttribute.SURNAME) {
            written.addValidation(PERSON_NAME_CHARACTERS, Map.of());
        }
        return written;
    }

    /** In the profile, so that no change of the user there removes it; only administrators see it, and nobody writes it. */
    private static boolean prepareMark(UPConfig profile, String mark, String displayName) {
        if (profile.getAttribute(mark) != null) {
            return false;
        }
        UPAttribute written =
                new UPAttribute(mark, new UPAttributePermissions(Set.of(UserProfileConstants.ROLE_ADMIN), Set.of()));
        written.setDisplayName(displayName);
        profile.addOrReplaceAttribute(written);
        return true;
    }

    private static UPAttribute writable(TenantAttribute attribute) {
        UPAttribute written =
                new UPAttribute(attribute.userAttribute(), new UPAttributePermissions(EVERYBODY, EVERYBODY));
        written.setDisplayName(attribute.displayName());
        return written;
    }

    private static void limitLength(UPAttribute written, int maxLength) {
        written.addValidation(LengthValidator.ID, Map.of(LengthValidator.KEY_MAX, maxLength));
    }

    private static Optional<DataType> dataType(Object annotation) {
        return Arrays.stream(DataType.values())
                .filter(type -> type.name().equals(annotation))
                .findFirst();
    }
}
