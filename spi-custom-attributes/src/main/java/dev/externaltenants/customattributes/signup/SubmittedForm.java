package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * All that one sign-up submitted, checked: what the account will have, or what is wrong with which field.
 *
 * @param userAttributes by their names in Keycloak, without the user name, which is reserved before it is written
 * @param username or null
 */
record SubmittedForm(Map<String, List<String>> userAttributes, Username username, List<FieldError> errors) {

    static SubmittedForm of(RealmModel realm, List<SignUpField> fields, SignUpRequest request) {
        Map<String, List<String>> userAttributes = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (SignUpField field : fields) {
            SubmittedValue value = value(realm, field, request.values().get(field.name()));
            if (value instanceof SubmittedValue.Accepted accepted) {
                userAttributes.put(field.attribute().userAttribute(), accepted.stored());
            } else if (value instanceof SubmittedValue.Refused refused) {
                errors.add(refused.error());
            }
        }
        userAttributes.values().removeIf(List::isEmpty);
        List<String> name = userAttributes.remove(Username.USER_ATTRIBUTE);
        userAttributes.put(UserModel.USERNAME, List.of(request.address().email()));
        userAttributes.put(UserModel.EMAIL, List.of(request.address().email()));
        if (realm.isInternationalizationEnabled()) {
            userAttributes.put(UserModel.LOCALE, List.of(request.locale().toLanguageTag()));
        }
        return new SubmittedForm(userAttributes, name == null ? null : new Username(name.get(0)), errors);
    }

    private static SubmittedValue value(RealmModel realm, SignUpField field, List<String> typed) {
        SubmittedValue value = SubmittedValue.of(field, typed);
        if (field.attribute() == BuiltInAttribute.USERNAME
                && value instanceof SubmittedValue.Accepted accepted
                && !accepted.stored().isEmpty()) {
            Optional<Username> name = UsernamePolicy.of(realm).accepted(accepted.stored().get(0));
            return name.isPresent()
                    ? new SubmittedValue.Accepted(List.of(name.get().value()))
                    : new SubmittedValue.Refused(FieldError.of(field.name(), FieldError.Reason.INVALID));
        }
        return value;
    }

    /** Tells nothing of what was typed, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SubmittedForm[" + errors + "]";
    }
}
