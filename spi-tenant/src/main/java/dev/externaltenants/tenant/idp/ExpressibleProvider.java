package dev.externaltenants.tenant.idp;

import dev.externaltenants.userflow.TenantException;

/** Tells the providers that our REST could have made from those that only Keycloak's console can express. */
final class ExpressibleProvider {

    private ExpressibleProvider() {}

    static boolean is(IdentityProvider shown) {
        try {
            ProviderRules.checkType(shown.type());
            ProviderRules.checkAlias(shown.alias());
            ProviderRules.check(shown, shown.type(), true);
            return shown.type() != ProviderType.OIDC || shown.clientAuthentication() != null;
        } catch (TenantException notByOurRules) {
            return false;
        }
    }
}
