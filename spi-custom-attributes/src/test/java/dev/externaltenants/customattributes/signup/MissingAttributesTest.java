package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.input.InputType;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.optional;
import static dev.externaltenants.customattributes.Flows.required;
import static dev.externaltenants.customattributes.Flows.submitted;
import static org.assertj.core.api.Assertions.assertThat;

class MissingAttributesTest {

    private final Map<String, String> stored = new HashMap<>();
    private final List<ValidationError> refusedByProfile = new ArrayList<>();
    private final UserModel user = Fake.of(UserModel.class)
            .on("getFirstAttribute", arguments -> stored.get((String) arguments[0]))
            .on("getAttributes", arguments -> Map.of())
            .on(
                    "setAttribute",
                    arguments -> stored.put((String) arguments[0], (String) ((List<?>) arguments[1]).get(0)))
            .get();
    private final MissingAttributes missing = new MissingAttributes(
            session(),
            List.of(
                    new SignUpField(required("city", InputType.TEXT), BuiltInAttribute.CITY),
                    new SignUpField(optional("jobTitle", InputType.TEXT), BuiltInAttribute.JOB_TITLE),
                    new SignUpField(required("terms", InputType.CHECKBOX), custom("terms", DataType.BOOLEAN))));

    @Test
    void asksForWhatIsRequiredAndNotThere() {
        assertThat(missing.of(user)).extracting(SignUpField::name).containsExactly("city", "terms");
    }

    @Test
    void asksForAConsentThatWasNotGiven() {
        stored.putAll(Map.of("locality", "Oslo", "terms", "false"));

        assertThat(missing.of(user)).extracting(SignUpField::name).containsExactly("terms");
    }

    @Test
    void asksForNoUserNameAfterSignUp() {
        MissingAttributes ofMembers = new MissingAttributes(
                session(),
                List.of(
                        new SignUpField(required("username", InputType.TEXT), BuiltInAttribute.USERNAME),
                        new SignUpField(required("city", InputType.TEXT), BuiltInAttribute.CITY)));

        assertThat(ofMembers.of(user)).extracting(SignUpField::name).containsExactly("city");
        assertThat(ofMembers.complete(user, submitted(Map.of("city", "Oslo", "username", "anna"))))
                .isEmpty();
        assertThat(stored).isEqualTo(Map.of("locality", "Oslo"));
    }

    @Test
    void storesNothingWhileAValueIsMissing() {
        List<FieldError> errors = missing.complete(user, submitted(Map.of("city", "Oslo")));

        assertThat(errors).extracting(FieldError::field).containsExactly("terms");
        assertThat(stored).isEmpty();
    }

    @Test
    void changesNothingThatTheAccountHas() {
        stored.put("locality", "Oslo");

        List<FieldError> errors =
                missing.complete(user, submitted(Map.of("city", "Bergen", "jobTitle", "President", "terms", "true")));

        assertThat(errors).isEmpty();
        assertThat(stored).isEqualTo(Map.of("locality", "Oslo", "terms", "true"));
    }

    @Test
    void storesNothingThatTheUserProfileRefuses() {
        refusedByProfile.add(new ValidationError("test", "locality", "error-invalid"));

        List<FieldError> errors = missing.complete(user, submitted(Map.of("city", "Oslo", "terms", "true")));

        assertThat(errors).extracting(FieldError::field).containsExactly("city");
        assertThat(stored).isEmpty();
    }

    @Test
    void doesNotMindWhatElseTheUserProfileHasToSay() {
        refusedByProfile.add(new ValidationError("test", "lastName", "error-invalid"));

        assertThat(missing.complete(user, submitted(Map.of("city", "Oslo", "terms", "true"))))
                .isEmpty();
        assertThat(stored).containsEntry("locality", "Oslo");
    }

    private KeycloakSession session() {
        UserProfile profile = Fake.of(UserProfile.class)
                .on("validate", arguments -> {
                    if (!refusedByProfile.isEmpty()) {
                        throw new ValidationException(refusedByProfile.get(0));
                    }
                    return null;
                })
                .get();
        UserProfileProvider profiles = Fake.of(UserProfileProvider.class)
                .on("create", arguments -> profile)
                .get();
        return Fake.of(KeycloakSession.class)
                .on("getProvider", arguments -> profiles)
                .get();
    }
}
