package dev.externaltenants.tenant.setup;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.userflow.TenantException;

/** What each setting of a tenant may be, whatever is stored. */
final class TenantRules {

    private static final int MAX_DISPLAY_NAME = 256;
    private static final int MAX_DOMAIN_NAME = 253;

    /** Entra's figures for a tenant's own list of banned passwords. */
    private static final int MAX_BANNED_PASSWORDS = 1000;

    private static final int MIN_BANNED_PASSWORD = 4;
    private static final int MAX_BANNED_PASSWORD = 16;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Without capitals: no tenant is to pass for another one, or for the realm {@code master}, by their case. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** At least two labels, the last of which is no number: RFC 1123 as the DNS has it. */
    private static final Pattern DOMAIN_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private TenantRules() {}

    /**
     * Returns the tenant as it is stored: domain name in small letters, country/region in capitals, languages as the themes
     * spell them.
     *
     * @param offered the languages to choose from
     */
    static Tenant check(Tenant tenant, Set<String> offered) {
        checkDisplayName(tenant.displayName());
        return new Tenant(
                tenant.name(),
                tenant.displayName(),
                domainName(tenant.domainName()),
                countryRegion(tenant.countryRegion()),
                languages(tenant.languages(), offered),
                bannedPasswords(tenant.bannedPasswords()),
                tenant.codeCustomers(),
                UsernameRules.check(tenant.usernames()),
                tenant.testApp(),
                tenant.selfDeletion());
    }

    static void checkName(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw TenantException.invalid(
                    "xt_tenant_name_invalid",
                    "name",
                    "A name has 1 to 64 small letters, digits, '.', '_' and '-', and begins with a letter or digit.");
        }
    }

    private static void checkDisplayName(String displayName) {
        if (displayName != null && (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME)) {
            throw TenantException.invalid(
                    "xt_tenant_display_name_invalid",
                    "displayName",
                    "A display name has 1 to " + MAX_DISPLAY_NAME + " characters.");
        }
    }

    private static String domainName(String given) {
        String domainName = given == null ? "" : given.toLowerCase(Locale.ROOT);
        if (!domainName.isEmpty()
                && (domainName.length() > MAX_DOMAIN_NAME
                        || !DOMAIN_NAME.matcher(domainName).matches())) {
            throw TenantException.invalid(
                    "xt_tenant_domain_invalid",
                    "domainName",
                    "A domain name is a DNS name such as contoso.example, of at most " + MAX_DOMAIN_NAME
                            + " characters.");
        }
        return given == null ? null : domainName;
    }

    private static String countryRegion(String given) {
        String country = given == null ? null : given.toUpperCase(Locale.ROOT);
        if (country != null && !COUNTRIES.contains(country)) {
            throw TenantException.invalid(
                    "xt_tenant_country_invalid",
                    "countryRegion",
                    "A country or region is an ISO 3166 code of two letters, such as DE.");
        }
        return country;
    }

    private static List<String> languages(List<String> given, Set<String> offered) {
        if (given == null) {
            return null;
        }
        List<String> languages =
                given.stream().map(tag -> language(tag, offered)).toList();
        if (languages.isEmpty() || new HashSet<>(languages).size() < languages.size()) {
            throw TenantException.invalid(
                    "xt_tenant_languages_invalid", "languages", "Name one language or more, each once.");
        }
        return languages;
    }

    private static String language(String tag, Set<String> offered) {
        return offered.stream()
                .filter(tag::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_tenant_languages_invalid",
                        "languages",
                        "The themes have no such language. They have: "
                                + String.join(", ", offered.stream().sorted().toList()) + "."));
    }

    private static List<String> bannedPasswords(List<String> given) {
        if (given != null && given.size() > MAX_BANNED_PASSWORDS) {
            throw TenantException.invalid(
                    "xt_tenant_banned_passwords_too_many",
                    "bannedPasswords",
                    "A tenant bans at most " + MAX_BANNED_PASSWORDS + " passwords of its own.");
        }
        for (int i = 0; given != null && i < given.size(); i++) {
            int length = given.get(i).trim().length();
            if (length < MIN_BANNED_PASSWORD || length > MAX_BANNED_PASSWORD) {
                throw TenantException.invalid(
                        "xt_tenant_banned_password_invalid",
                        "bannedPasswords[" + i + "]",
                        "A banned password has " + MIN_BANNED_PASSWORD + " to " + MAX_BANNED_PASSWORD + " characters.");
            }
        }
        return given == null
                ? null
                : given.stream().map(String::trim).distinct().toList();
    }
}
