package dev.externaltenants.tenant.idp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static dev.externaltenants.tenant.idp.FieldChecks.require;
import static dev.externaltenants.tenant.idp.FieldChecks.valid;

/** Which values an identity provider may have, looked at alone; as Entra has them. */
final class ProviderRules {

    private static final int MAX_DISPLAY_NAME = 256;
    private static final int MAX_VALUE = 2000;
    private static final int MAX_LONG_VALUE = 20_000;
    private static final int MAX_DOMAINS = 100;
    private static final Set<String> LONG_VALUES = Set.of("certificate", "privateKey");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private ProviderRules() {}

    static void checkAlias(String alias) {
        require(
                alias != null && ALIAS.matcher(alias).matches(),
                "xt_identity_provider_alias_invalid",
                "alias",
                "An alias has 1 to 64 letters, digits, underscores or hyphens and begins with a letter or digit.");
    }

    static void checkType(ProviderType type) {
        require(
                type != null && type != ProviderType.OTHER,
                "xt_identity_provider_type_invalid",
                "type",
                "Give the type: google, facebook, apple, microsoft, oidc or saml.");
    }

    /** @param secretStored whether the secret may be left out, because there is one */
    static void check(IdentityProvider wanted, ProviderType type, boolean secretStored) {
        Map<String, String> fields = wanted.ofItsType();
        fields.forEach((field, value) -> {
            require(
                    type.has(field),
                    "xt_identity_provider_field_unsuitable",
                    field,
                    "A provider of type " + type + " has no such field.");
            valid(
                    !value.isBlank() && value.length() <= (LONG_VALUES.contains(field) ? MAX_LONG_VALUE : MAX_VALUE),
                    field,
                    "The value is empty or too long.");
        });
        checkCommon(wanted, type);
        TypeRules.check(type, fields, secretStored);
    }

    /** Domains are compared as the DNS does. */
    static List<String> domains(IdentityProvider wanted) {
        return wanted.domains().stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static void checkCommon(IdentityProvider wanted, ProviderType type) {
        String name = wanted.displayName();
        if (name == null) {
            require(
                    type.providerName() != null,
                    "xt_identity_provider_field_missing",
                    "displayName",
                    "Give the name that the button says.");
        } else {
            valid(
                    !name.isBlank()
                            && name.length() <= MAX_DISPLAY_NAME
                            && name.chars().noneMatch(Character::isISOControl),
                    "displayName",
                    "A display name is one line of 1 to " + MAX_DISPLAY_NAME + " characters.");
        }
        valid(wanted.domains().size() <= MAX_DOMAINS, "domains", "At most " + MAX_DOMAINS + " domains.");
        List<String> domains = domains(wanted);
        for (int i = 0; i < domains.size(); i++) {
            valid(
                    DOMAIN.matcher(domains.get(i)).matches(),
                    "domains[" + i + "]",
                    "A domain is a DNS name such as contoso.example.");
        }
    }
}
