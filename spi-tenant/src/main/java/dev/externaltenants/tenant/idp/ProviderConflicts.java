package dev.externaltenants.tenant.idp;

import java.util.List;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.broker.ProviderHints;
import org.keycloak.models.IdentityProviderModel;

/** What an identity provider may not be because of what the tenant has. */
final class ProviderConflicts {

    private ProviderConflicts() {}

    static void checkSame(IdentityProvider wanted, IdentityProviderModel model, ProviderType type) {
        if (type == ProviderType.OTHER) {
            throw TenantException.conflict(
                    "xt_identity_provider_type_foreign",
                    null,
                    "This provider is of no type that we make. Change it in Keycloak.");
        }
        if (wanted.alias() != null && !wanted.alias().equals(model.getAlias())) {
            throw TenantException.conflict(
                    "xt_identity_provider_alias_immutable", "alias", "The alias of a provider never changes.");
        }
        if (wanted.type() != null && wanted.type() != type) {
            throw TenantException.conflict(
                    "xt_identity_provider_type_immutable", "type", "The type of a provider never changes.");
        }
    }

    static void checkAlias(String alias, Stream<IdentityProviderModel> present) {
        if (present.anyMatch(other -> other.getAlias().equalsIgnoreCase(alias))) {
            throw TenantException.conflict(
                    "xt_identity_provider_alias_taken", "alias", "The tenant has an identity provider of this alias.");
        }
    }

    /** Where the domain of a typed address leads must be clear. */
    static void checkDomains(IdentityProvider wanted, String alias, Stream<IdentityProviderModel> present) {
        List<String> domains = ProviderRules.domains(wanted);
        present.filter(other -> !other.getAlias().equals(alias))
                .filter(other -> new ProviderHints(other).domains().stream().anyMatch(domains::contains))
                .findFirst()
                .ifPresent(other -> {
                    throw TenantException.conflict(
                            "xt_identity_provider_domain_taken",
                            "domains",
                            "The provider " + other.getAlias() + " has one of the domains.");
                });
    }

    static void checkUnlisted(List<String> userFlows) {
        if (!userFlows.isEmpty()) {
            throw TenantException.conflict(
                    "xt_identity_provider_in_use",
                    null,
                    "User flows list this identity provider: " + String.join(", ", userFlows)
                            + ". Take it out of them first.");
        }
    }
}
