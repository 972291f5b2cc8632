package dev.externaltenants.userflow;

import java.util.Map;
import java.util.Optional;

/**
 * What the claims are that OpenID Connect defines of a customer. Whoever reads tokens reads them as such: Keycloak itself
 * takes no token of its own any more in which one is something else. Source: OpenID Connect Core 5.1.
 */
public final class StandardClaims {

    /** What a value is in a token. */
    public enum Form {
        /** One text. */
        TEXT {
            @Override
            public boolean isOf(Object value) {
                return value instanceof String;
            }
        },
        /** A whole number. */
        NUMBER {
            @Override
            public boolean isOf(Object value) {
                return value instanceof Long || value instanceof Integer;
            }
        },
        /** True or false. */
        TRUTH {
            @Override
            public boolean isOf(Object value) {
                return value instanceof Boolean;
            }
        },
        /** An object, which nothing of a tenant is. */
        OBJECT {
            @Override
            public boolean isOf(Object value) {
                return false;
            }
        };

        /** Returns whether the value, as a token would have it, is of this form; a list never is. */
        public abstract boolean isOf(Object value);
    }

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("name", Form.TEXT),
            Map.entry("given_name", Form.TEXT),
            Map.entry("family_name", Form.TEXT),
            Map.entry("middle_name", Form.TEXT),
            Map.entry("nickname", Form.TEXT),
            Map.entry("profile", Form.TEXT),
            Map.entry("picture", Form.TEXT),
            Map.entry("website", Form.TEXT),
            Map.entry("gender", Form.TEXT),
            Map.entry("birthdate", Form.TEXT),
            Map.entry("zoneinfo", Form.TEXT),
            Map.entry("locale", Form.TEXT),
            Map.entry("phone_number", Form.TEXT),
            Map.entry("phone_number_verified", Form.TRUTH),
            Map.entry("updated_at", Form.NUMBER),
            Map.entry("address", Form.OBJECT),
            // Of OpenID Connect Core 5.2; Keycloak reads one text.
            Map.entry("claims_locales", Form.TEXT));

    private StandardClaims() {}

    /** Returns what the claim is, or nothing for one that the standard leaves to us. */
    public static Optional<Form> of(String claim) {
        return Optional.ofNullable(FORMS.get(claim));
    }

    /** Returns whether a token may have this value under the name. */
    public static boolean suits(String claim, Object value) {
        return of(claim).map(form -> form.isOf(value)).orElse(true);
    }
}
