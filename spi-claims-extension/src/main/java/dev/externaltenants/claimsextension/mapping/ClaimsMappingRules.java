package dev.externaltenants.claimsextension.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.externaltenants.claimsextension.mapping.ClaimsMapping.Entry;
import dev.externaltenants.claimsextension.mapping.ClaimsMapping.Policy;
import dev.externaltenants.userflow.StandardClaims;
import dev.externaltenants.userflow.StandardClaims.Form;
import dev.externaltenants.userflow.TenantException;

/** What a claims mapping of an app may say, whatever door it comes through. */
final class ClaimsMappingRules {

    private static final String POLICY = "ClaimsMappingPolicy";
    private static final String SOURCE = "customclaimsprovider";
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_TEXT = 256;

    private final ClaimNames names;

    ClaimsMappingRules(ClaimNames names) {
        this.names = names;
    }

    /** @throws TenantException when a rule is broken; its field is the JSON path in the document */
    void check(ClaimsMapping mapping) {
        Policy policy = mapping.policy();
        require(policy != null, "xt_claims_mapping_invalid", POLICY, "An object.");
        require(
                Integer.valueOf(1).equals(policy.version()),
                "xt_claims_mapping_version_unsupported",
                POLICY + ".Version",
                "1.");
        require(
                ClaimsMapping.INCLUDED.equals(policy.includeBasicClaimSet().toLowerCase(Locale.ROOT)),
                "xt_claims_mapping_basic_claims_required",
                POLICY + ".IncludeBasicClaimSet",
                "\"true\": which of Keycloak's claims an app gets is set by its client scopes.");
        checkEntries(policy.claimsSchema());
    }

    private void checkEntries(List<Entry> entries) {
        require(
                entries.size() <= MAX_ENTRIES,
                "xt_claims_mapping_too_many",
                POLICY + ".ClaimsSchema",
                "At most " + MAX_ENTRIES + " claims.");
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String at = POLICY + ".ClaimsSchema[" + i + "].";
            checkOrigin(entry, at);
            for (ClaimNames each : ClaimNames.values()) {
                checkName(each, each.given(entry), at);
                checkForm(each, each.given(entry), entry, at);
            }
            checkName(names, names.of(entry), at);
            checkForm(names, names.of(entry), entry, at);
            require(
                    names.of(entry) == null || taken.add(names.of(entry)),
                    "xt_claims_mapping_name_repeated",
                    at + names.member(),
                    "Another entry has this name.");
        }
    }

    private static void checkOrigin(Entry entry, String at) {
        if (entry.isConstant()) {
            require(
                    isText(entry.value()) && entry.id() == null,
                    "xt_claims_mapping_invalid",
                    at + "Value",
                    "Without a Source a constant of 1 to " + MAX_TEXT + " characters, and no ID.");
            require(
                    entry.jwtClaimType() != null || entry.samlClaimType() != null,
                    "xt_claims_mapping_invalid",
                    at + "JwtClaimType",
                    "A constant needs a name.");
        } else {
            require(
                    SOURCE.equals(entry.source().toLowerCase(Locale.ROOT)),
                    "xt_claims_mapping_source_unsupported",
                    at + "Source",
                    "CustomClaimsProvider. Attributes of the customer are mapped under the app's claims.");
            require(
                    isText(entry.id()) && entry.value() == null,
                    "xt_claims_mapping_invalid",
                    at + "ID",
                    "The key in the API's answer, of 1 to " + MAX_TEXT + " characters, and no Value.");
        }
    }

    /** Of what an API will answer, all but the address may fit: the extension says the type. */
    private static void checkForm(ClaimNames names, String name, Entry entry, String at) {
        boolean suits = name == null
                || names == ClaimNames.ASSERTION
                || (entry.isConstant()
                        ? names.suit(name, entry.value())
                        : StandardClaims.of(name).orElse(Form.TEXT) != Form.OBJECT);
        require(
                suits,
                "xt_claims_mapping_name_unsuitable",
                at + names.member(),
                "OpenID Connect says that this claim is something else than a text.");
    }

    private static void checkName(ClaimNames names, String name, String at) {
        require(
                name == null || !names.isReserved(name),
                "xt_claims_mapping_name_reserved",
                at + names.member(),
                "The claim is the server's own.");
        require(
                name == null || names.areWellFormed(name),
                "xt_claims_mapping_name_invalid",
                at + names.member(),
                names == ClaimNames.TOKEN
                        ? "1 to 120 of A-Z a-z 0-9 . _ : / -"
                        : "A name or an address of 1 to 200 plain characters.");
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_TEXT;
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
