package dev.externaltenants.customattributes.signup;

import java.util.Optional;
import java.util.function.BiFunction;

import dev.externaltenants.customattributes.signup.FieldError.Reason;
import org.keycloak.policy.PolicyError;

/** The rules of a new password: typed, typed alike twice, and good for the realm's password policy. */
final class SubmittedPassword {

    private final BiFunction<String, String, PolicyError> policy;

    /** @param policy judges a password of a user name, and answers null when it is good */
    SubmittedPassword(BiFunction<String, String, PolicyError> policy) {
        this.policy = policy;
    }

    Optional<FieldError> check(SignUpRequest request) {
        String password = request.password();
        if (password == null || password.isBlank()) {
            return Optional.of(FieldError.of(FieldError.PASSWORD, Reason.PASSWORD_MISSING));
        }
        PolicyError refused = policy.apply(request.applicant().email(), password);
        if (refused != null) {
            return Optional.of(FieldError.byPasswordPolicy(refused.getMessage(), refused.getParameters()));
        }
        return password.equals(request.passwordConfirmation())
                ? Optional.empty()
                : Optional.of(FieldError.of(FieldError.PASSWORD_CONFIRMATION, Reason.PASSWORD_MISMATCH));
    }
}
