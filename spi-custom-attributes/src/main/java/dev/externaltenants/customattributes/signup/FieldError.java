package dev.externaltenants.customattributes.signup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.externaltenants.userflow.input.LocalText;

/**
 * Why a submitted value is refused.
 *
 * @param field the name of an attribute, {@link #PASSWORD}, {@link #PASSWORD_CONFIRMATION}, or null when no field of the
 *     page is wrong
 * @param code stable, for programs
 * @param messageKey of the text for people
 * @param params of that text
 * @param text in place of the message: plain, of the operator or of a hook; null for none
 */
public record FieldError(String field, String code, String messageKey, List<Object> params, LocalText text) {

    public static final String PASSWORD = "password";
    public static final String PASSWORD_CONFIRMATION = "passwordConfirmation";

    /** The refusals that are ours; others carry the message of Keycloak or of a policy. */
    enum Reason {
        REQUIRED("xt_value_required", "xtAttributeRequired"),
        CONSENT_REQUIRED("xt_consent_required", "xtConsentRequired"),
        TOO_LONG("xt_value_too_long", "xtAttributeTooLong"),
        NOT_A_NUMBER("xt_value_not_a_number", "xtAttributeNotANumber"),
        NOT_A_DATE("xt_value_not_a_date", "xtAttributeNotADate"),
        NOT_A_DATE_TIME("xt_value_not_a_date_time", "xtAttributeNotADateTime"),
        NOT_AN_OPTION("xt_value_not_an_option", "xtAttributeNotAnOption"),
        NONE_CHOSEN("xt_value_required", "xtAttributeNoneChosen"),
        PATTERN_MISMATCH("xt_value_pattern_mismatch", "xtAttributeInvalid"),
        INVALID("xt_value_invalid", "xtAttributeInvalid"),
        USERNAME_TAKEN("xt_username_taken", "xtUsernameTaken"),
        TOO_MANY_USERNAMES("xt_username_too_many_tries", "xtUsernameTooManyTries"),
        PASSWORD_MISSING("xt_password_missing", "xtPasswordMissing"),
        PASSWORD_MISMATCH("xt_password_mismatch", "xtPasswordMismatch");

        private final String code;
        private final String messageKey;

        Reason(String code, String messageKey) {
            this.code = code;
            this.messageKey = messageKey;
        }
    }

    static FieldError of(String field, Reason reason, Object... params) {
        return new FieldError(field, reason.code, reason.messageKey, List.of(params), null);
    }

    /** @param text null where the operator wrote none */
    static FieldError byPattern(String field, LocalText text) {
        Reason reason = Reason.PATTERN_MISMATCH;
        return new FieldError(field, reason.code, reason.messageKey, List.of(), text);
    }

    /** @param text null where the hook says nothing */
    static FieldError byHook(String field, String text) {
        return new FieldError(
                field,
                "xt_value_refused_by_hook",
                Reason.INVALID.messageKey,
                List.of(),
                text == null ? null : LocalText.of(text));
    }

    static FieldError byPasswordPolicy(String messageKey, Object... params) {
        return new FieldError(PASSWORD, "xt_password_refused", messageKey, present(params), null);
    }

    static FieldError byUserProfile(String field, String messageKey, Object... params) {
        return new FieldError(field, "xt_value_refused", messageKey, present(params), null);
    }

    private static List<Object> present(Object... params) {
        return params == null
                ? List.of()
                : Arrays.stream(params)
                        .map(param -> Objects.requireNonNullElse(param, ""))
                        .toList();
    }
}
