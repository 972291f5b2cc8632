package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.signup.FieldError.Reason;
import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.models.RealmModel;

/** The values of a sign-up's fields: the customer's where the customer answers, else those that the field was given. */
final class SubmittedForm {

    private final RealmModel realm;
    private final Map<SignUpField, SubmittedValue> judged = new LinkedHashMap<>();

    /** @param given by attribute name, for the fields that the customer cannot answer */
    SubmittedForm(
            RealmModel realm,
            List<SignUpField> fields,
            Map<String, List<String>> submitted,
            Map<String, List<String>> given) {
        this.realm = realm;
        for (SignUpField field : fields) {
            if (field.input().answeredByCustomer()) {
                judged.put(field, judge(field, submitted.get(field.name())));
            } else if (given.containsKey(field.name()) || field.input().required()) {
                judged.put(field, judge(field, given.get(field.name())));
            } else {
                judged.put(field, new SubmittedValue.Accepted(List.of()));
            }
        }
    }

    /** Puts values of a hook in place of those that are there. */
    void modify(Map<String, List<String>> byHook) {
        judged.replaceAll((field, value) -> byHook.containsKey(field.name()) && field.openToHooks()
                ? judge(field, byHook.get(field.name()))
                : value);
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        for (SubmittedValue value : judged.values()) {
            if (value instanceof SubmittedValue.Refused refused) {
                errors.add(refused.error());
            }
        }
        return errors;
    }

    /** Returns what is to be stored in the field. */
    List<String> stored(SignUpField field) {
        return judged.get(field) instanceof SubmittedValue.Accepted accepted ? accepted.stored() : List.of();
    }

    /** Returns what the user profile is asked to write. */
    Map<String, List<String>> userAttributes() {
        Map<String, List<String>> attributes = new HashMap<>();
        for (SignUpField field : judged.keySet()) {
            if (field.attribute() != BuiltInAttribute.USERNAME && !stored(field).isEmpty()) {
                attributes.put(field.attribute().userAttribute(), stored(field));
            }
        }
        return attributes;
    }

    /** Returns the name to sign in with, or null. */
    Username username() {
        return judged.keySet().stream()
                .filter(field -> field.attribute() == BuiltInAttribute.USERNAME)
                .flatMap(field -> stored(field).stream())
                .map(Username::new)
                .findFirst()
                .orElse(null);
    }

    private SubmittedValue judge(SignUpField field, List<String> submitted) {
        SubmittedValue value = SubmittedValue.of(field, submitted);
        if (field.attribute() == BuiltInAttribute.USERNAME
                && value instanceof SubmittedValue.Accepted accepted
                && !accepted.stored().isEmpty()) {
            Optional<Username> name =
                    UsernamePolicy.of(realm).accepted(accepted.stored().get(0));
            return name.isPresent()
                    ? new SubmittedValue.Accepted(List.of(name.get().value()))
                    : new SubmittedValue.Refused(FieldError.of(field.name(), Reason.INVALID));
        }
        return value;
    }

    /** Tells nothing of what was typed, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SubmittedForm[" + errors() + "]";
    }
}
