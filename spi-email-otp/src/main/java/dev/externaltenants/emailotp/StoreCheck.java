package dev.externaltenants.emailotp;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.provider.ProviderFactory;

/** Looks at the start whether Keycloak's store of single-use objects can carry the limits. */
final class StoreCheck {

    private static final Logger LOG = Logger.getLogger(StoreCheck.class);

    /** Keycloak's store in the database, which its preview feature {@code stateless} brings. */
    private static final String DATABASE = "jpa";

    private StoreCheck() {}

    static void warnIfWeak(KeycloakSessionFactory factory) {
        if (isWeak(factory)) {
            LOG.warn("One-time passcodes: Keycloak keeps single-use objects in the database (feature stateless). "
                    + "Tries and mails are then counted in the transaction of their request, so one that is rolled back "
                    + "is not counted: the limits on guessing and on mails are weaker. Do not use this in production.");
        }
    }

    /** Infinispan counts at once; in the database, counts stand or fall with the request's transaction. */
    static boolean isWeak(KeycloakSessionFactory factory) {
        ProviderFactory<SingleUseObjectProvider> store = factory.getProviderFactory(SingleUseObjectProvider.class);
        return store != null && DATABASE.equals(store.getId());
    }
}
