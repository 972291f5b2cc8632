package dev.externaltenants.tenant.idp;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;

/** What the role of the task alone does not allow, since by each of these its holder would come to other rights. */
final class ProviderLimits {

    private static final String VAULT = "${vault.";

    private final AdminRequest request;

    ProviderLimits(AdminRequest request) {
        this.request = request;
    }

    /** Links can be older than the provider, as after an import. */
    void checkNew(IdentityProvider wanted) {
        checkSecret(wanted);
        if (wanted.aliasOrDefault() != null) {
            checkLinks(wanted.aliasOrDefault());
        }
    }

    /** The broker sends the secret to the provider: any entry of the vault would go wherever one likes. */
    void checkSecret(IdentityProvider wanted) {
        if (wanted.clientSecret() != null
                && wanted.clientSecret().contains(VAULT)
                && !request.auth().realm().canManageRealm()) {
            throw TenantException.forbidden(
                    "xt_identity_provider_vault_forbidden", "Only who manages the realm names an entry of its vault.");
        }
    }

    /** To be looked at under the lock. */
    void checkChange(IdentityProvider present, IdentityProvider wanted) {
        if (wanted.leadsElsewhereThan(present)) {
            checkLinks(present.alias());
        }
    }

    /** Its mappers give roles by what the provider says: who leads it elsewhere could become anybody. */
    void requireManageIfMapped(String alias) {
        if (request.session()
                .identityProviders()
                .getMappersByAliasStream(alias)
                .findAny()
                .isPresent()) {
            request.auth().realm().requireManageIdentityProviders();
        }
    }

    /** Whom the provider names is signed in: who leads it elsewhere could name an administrator. */
    private void checkLinks(String alias) {
        if (!request.auth().realm().canManageIdentityProviders()
                && KeycloakCompat.of(request.session())
                        .isLinkedToHolder(
                                request.realm(),
                                alias,
                                AdministrativePower.in(request.session(), request.realm())
                                        .holders())) {
            throw TenantException.forbidden(
                    "xt_identity_provider_administrators_linked",
                    "Accounts of administrators are linked to it: only who manages identity providers at Keycloak leads it"
                            + " elsewhere.");
        }
    }
}
