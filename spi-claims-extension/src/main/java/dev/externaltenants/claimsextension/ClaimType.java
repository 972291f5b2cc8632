package dev.externaltenants.claimsextension;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.userflow.StandardClaims;
import dev.externaltenants.userflow.StandardClaims.Form;

/**
 * What a claim of an answer is. Entra's contract has strings alone, so each type takes its value as a string, too: an API
 * stays as it is, and tokens have the type that is declared here.
 */
public enum ClaimType {
    /** The one that Entra has. Source: Entra custom claims providers, "Claim value types". */
    STRING,
    /** A whole number of 64 bits. */
    INTEGER,
    DECIMAL,
    BOOLEAN;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** More digits are no number that a reader of tokens keeps; the double of JavaScript has 17. */
    private static final int MAX_DIGITS = 30;

    /** Returns whether a claim can be of this type, where OpenID Connect says what it is. */
    boolean suits(String claim) {
        return StandardClaims.of(claim)
                .map(form -> form
                        == switch (this) {
                            case STRING -> Form.TEXT;
                            case INTEGER -> Form.NUMBER;
                            case BOOLEAN -> Form.TRUTH;
                            case DECIMAL -> null;
                        })
                .orElse(true);
    }

    /** Returns the value as a token has it, or nothing where it does not fit. */
    public Optional<Object> fitted(JsonNode value) {
        return switch (this) {
            case STRING -> Optional.<Object>ofNullable(value.textValue());
            case INTEGER -> whole(value).map(Object.class::cast);
            case DECIMAL -> number(value).map(Object.class::cast);
            case BOOLEAN -> truth(value).map(Object.class::cast);
        };
    }

    private static Optional<Long> whole(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
        }
        if (!value.isTextual() || !WHOLE.matcher(value.textValue()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(value.textValue()));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (value.isTextual()) {
            return NUMBER.matcher(value.textValue()).matches()
                    ? Optional.of(new BigDecimal(value.textValue()))
                    : Optional.empty();
        }
        boolean isFinite = value.isNumber() && Double.isFinite(value.doubleValue());
        return isFinite ? Optional.of(value.decimalValue()).filter(ClaimType::isShort) : Optional.empty();
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
    }

    private static Optional<Boolean> truth(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        String text = value.isTextual() ? value.textValue().toLowerCase(Locale.ROOT) : "";
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
