package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.externaltenants.userflow.input.InputType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** What customers see and change of their own account, once they have it: by the rules by which they gave it at sign-up. */
public final class OwnAttributes {

    /** Without an answer, a browser sends nothing for these. */
    private static final Set<InputType> SILENT_WHEN_EMPTY =
            Set.of(InputType.CHECKBOX, InputType.CHECKBOXES, InputType.RADIO);

    private final KeycloakSession session;
    private final UserModel user;
    private final List<SignUpField> fields;

    /** @param mayChange false where the customer may only read, whatever the attribute says */
    public OwnAttributes(KeycloakSession session, RealmModel realm, UserModel user, boolean mayChange) {
        this.session = session;
        this.user = user;
        this.fields = new OwnFields(session, realm, user).list(mayChange);
    }

    public List<SignUpField> fields() {
        return fields;
    }

    /** Returns what is stored, by the name of the attribute. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new HashMap<>();
        fields.forEach(field -> values.put(field.name(), shown(field)));
        return values;
    }

    /**
     * Stores all of what was submitted, or nothing when a value is refused. What the customer may not change is ignored, and
     * so is what is stored already: a stricter pattern is for those who come later.
     *
     * @param submitted by the name of the attribute
     * @param listener told of each change
     */
    public List<FieldError> change(Map<String, List<String>> submitted, AttributeChangeListener listener) {
        List<FieldError> errors = new ArrayList<>();
        Map<SignUpField, List<String>> changes = new LinkedHashMap<>();
        for (SignUpField field : fields) {
            List<String> posted = submitted.get(field.name());
            boolean answered =
                    posted != null || SILENT_WHEN_EMPTY.contains(field.input().inputType());
            List<String> present = stored(field);
            if (!answered || !field.input().answeredByCustomer() || isUnchanged(present, posted)) {
                continue;
            }
            SubmittedValue value = SubmittedValue.of(field, posted);
            if (value instanceof SubmittedValue.Refused refused) {
                errors.add(refused.error());
            } else if (value instanceof SubmittedValue.Accepted accepted) {
                List<String> wanted = new ChangedValue(field, present).by(accepted.stored());
                if (!Set.copyOf(wanted).equals(Set.copyOf(present))) {
                    changes.put(field, wanted);
                }
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(refusedByUserProfile(changes));
        }
        if (errors.isEmpty()) {
            changes.forEach((field, wanted) -> store(field.attribute().userAttribute(), wanted, listener));
        }
        return errors;
    }

    /** What a user flow requires that the customer was never asked by may stay empty. */
    private static boolean isUnchanged(List<String> present, List<String> posted) {
        return present.equals(posted)
                || (present.isEmpty() && (posted == null || posted.stream().allMatch(String::isBlank)));
    }

    /** Several values for which there are no boxes are read in one line. */
    private List<String> shown(SignUpField field) {
        List<String> stored = stored(field);
        return stored.size() > 1 && field.input().inputType() == InputType.TEXT
                ? List.of(String.join(", ", stored))
                : stored;
    }

    private List<String> stored(SignUpField field) {
        return user.getAttributeStream(field.attribute().userAttribute())
                .filter(value -> value != null && !value.isEmpty())
                .sorted()
                .toList();
    }

    private void store(String attribute, List<String> wanted, AttributeChangeListener listener) {
        List<String> before = user.getAttributeStream(attribute).toList();
        if (wanted.isEmpty()) {
            user.removeAttribute(attribute);
        } else {
            user.setAttribute(attribute, wanted);
        }
        listener.onChange(attribute, user, before);
    }

    /** What else the profile has to say of the account is not what was changed here. */
    private List<FieldError> refusedByUserProfile(Map<SignUpField, List<String>> changes) {
        Map<String, String> changed = new HashMap<>();
        Map<String, Object> attributes = new HashMap<>(user.getAttributes());
        changes.forEach((field, wanted) -> {
            changed.put(field.attribute().userAttribute(), field.name());
            attributes.put(field.attribute().userAttribute(), wanted);
        });
        try {
            session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.ACCOUNT, attributes, user)
                    .validate();
            return List.of();
        } catch (ValidationException refused) {
            return refused.getErrors().stream()
                    .filter(error -> changed.containsKey(error.getAttribute()))
                    .map(error -> FieldError.byUserProfile(
                            changed.get(error.getAttribute()), error.getMessage(), error.getMessageParameters()))
                    .toList();
        }
    }
}
