package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.BuiltInAttribute;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** What a user flow requires and an account lacks, as when the flow got an attribute after the account was made. */
final class MissingAttributes {

    private static final Logger LOG = Logger.getLogger(MissingAttributes.class);

    private final KeycloakSession session;
    private final List<SignUpField> required;

    MissingAttributes(KeycloakSession session, List<SignUpField> fields) {
        this.session = session;
        this.required = fields.stream()
                .filter(field -> field.input().required())
                // Customers get a name at sign-up or from an administrator; the user profile lets them write none.
                .filter(field -> field.attribute() != BuiltInAttribute.USERNAME)
                .toList();
    }

    /** Takes what is stored as it is: a stricter pattern is for those who come later. A consent is there or missing. */
    List<SignUpField> of(UserModel user) {
        return lacking(user).filter(field -> field.input().answeredByCustomer()).toList();
    }

    /** Stores the default values of what the customer cannot answer. */
    void fillIn(UserModel user) {
        Map<SignUpField, List<String>> defaults = lacking(user)
                .filter(field -> !field.input().answeredByCustomer())
                .filter(field -> !DefaultValue.of(field).isEmpty())
                .collect(Collectors.toMap(field -> field, DefaultValue::of));
        if (defaults.isEmpty()) {
            return;
        }
        List<FieldError> errors = refusedByUserProfile(user, defaults);
        if (errors.isEmpty()) {
            store(user, defaults);
        } else {
            LOG.warnf(
                    "The user profile refuses the default value of %s",
                    errors.stream().map(FieldError::field).toList());
        }
    }

    private Stream<SignUpField> lacking(UserModel user) {
        return required.stream().filter(field -> {
            String stored = user.getFirstAttribute(field.attribute().userAttribute());
            return switch (field.input().inputType()) {
                case CHECKBOX -> !"true".equals(stored);
                default -> stored == null || stored.isBlank();
            };
        });
    }

    /** Stores all of it, or nothing when a value is refused. Values of attributes that are not missing are ignored. */
    List<FieldError> complete(UserModel user, Map<String, List<String>> submitted) {
        List<FieldError> errors = new ArrayList<>();
        Map<SignUpField, List<String>> accepted = new HashMap<>();
        for (SignUpField field : of(user)) {
            SubmittedValue value = SubmittedValue.of(field, submitted.get(field.name()));
            if (value instanceof SubmittedValue.Accepted taken) {
                accepted.put(field, taken.stored());
            } else if (value instanceof SubmittedValue.Refused refused) {
                errors.add(refused.error());
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(refusedByUserProfile(user, accepted));
        }
        if (errors.isEmpty()) {
            store(user, accepted);
        }
        return errors;
    }

    private static void store(UserModel user, Map<SignUpField, List<String>> values) {
        values.forEach((field, value) -> user.setAttribute(field.attribute().userAttribute(), value));
    }

    /** What else the profile has to say of the account is not what was asked here. */
    private List<FieldError> refusedByUserProfile(UserModel user, Map<SignUpField, List<String>> accepted) {
        Map<String, SignUpField> asked = accepted.keySet().stream()
                .collect(Collectors.toMap(field -> field.attribute().userAttribute(), field -> field));
        Map<String, Object> attributes = new HashMap<>(user.getAttributes());
        accepted.forEach((field, value) -> attributes.put(field.attribute().userAttribute(), value));
        try {
            session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.UPDATE_PROFILE, attributes, user)
                    .validate();
            return List.of();
        } catch (ValidationException refused) {
            return refused.getErrors().stream()
                    .filter(error -> asked.containsKey(error.getAttribute()))
                    .map(error -> FieldError.byUserProfile(
                            asked.get(error.getAttribute()).name(), error.getMessage(), error.getMessageParameters()))
                    .toList();
        }
    }
}
