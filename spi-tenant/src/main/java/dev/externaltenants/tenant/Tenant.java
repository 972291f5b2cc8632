package dev.externaltenants.tenant;

import java.util.List;

/**
 * The settings of an external tenant. In a change, what is null stays as it is.
 *
 * @param name the realm's name, given once
 * @param displayName what customers see as the tenant's name, at most 256 characters; the realm's name when absent
 * @param domainName the DNS name that the tenant is known by, for operators' own use; empty to remove it
 * @param countryRegion where the tenant is at home, as ISO 3166 alpha-2 code; it never changes once it is set
 * @param languages BCP 47 tags of the languages of its pages and mails; the first is the default
 * @param bannedPasswords words that make a password too easy to guess in this tenant, at most 1000
 * @param codeCustomers whether customers may sign in by code though no user flow has that method
 * @param usernames whether customers sign in by user name as well, and by which names
 * @param testApp whether the tenant's own page for trying user flows is there
 * @param selfDeletion whether customers delete their own account at the account page
 */
public record Tenant(
        String name,
        String displayName,
        String domainName,
        String countryRegion,
        List<String> languages,
        List<String> bannedPasswords,
        Boolean codeCustomers,
        Usernames usernames,
        Boolean testApp,
        Boolean selfDeletion) {

    public Tenant {
        languages = languages == null ? null : List.copyOf(languages);
        bannedPasswords = bannedPasswords == null ? null : List.copyOf(bannedPasswords);
    }

    /**
     * User names beside e-mail addresses; given, it replaces what was.
     *
     * @param patterns regular expressions, at most two, of which a name matches one; without any, every name will do
     */
    public record Usernames(Boolean enabled, List<String> patterns) {

        public Usernames {
            enabled = enabled == null ? Boolean.FALSE : enabled;
            patterns = patterns == null ? List.of() : List.copyOf(patterns);
        }
    }

    /** Returns a change that changes nothing. */
    public static Tenant unchanged() {
        return new Tenant(null, null, null, null, null, null, null, null, null, null);
    }
}
