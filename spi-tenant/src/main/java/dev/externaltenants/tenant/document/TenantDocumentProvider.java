package dev.externaltenants.tenant.document;

import java.util.function.Consumer;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.services.resources.admin.AdminAuth;

/** The engine that shows a tenant as a document and makes one what a document says. */
public interface TenantDocumentProvider extends Provider {

    static TenantDocumentProvider of(KeycloakSession session) {
        return session.getProvider(TenantDocumentProvider.class);
    }

    /** @param administrator who reads it */
    TenantDocument read(RealmModel realm, AdminAuth administrator);

    /**
     * Asks others what the document needs to be applied, and makes its pictures ready. Both may take long, so this is for
     * before any lock; it changes nothing.
     *
     * @throws dev.externaltenants.userflow.TenantException what the engines say, with the path in the document
     */
    PreparedDocument prepare(RealmModel realm, TenantDocument wanted);

    /**
     * Makes each section that the document has exactly so, by the rules of the engine that keeps its objects; sections that
     * it leaves out stay as they are. Works in the session's transaction, which the caller lets roll back after a refusal.
     *
     * @param administrator who answers for it where the realm's client policies ask
     * @param guard is handed the tenant as it is, with all other writers waiting, and may refuse
     * @throws dev.externaltenants.userflow.TenantException what the engines say, with the path in the document
     */
    AppliedDocument apply(
            RealmModel realm, PreparedDocument prepared, AdminAuth administrator, Consumer<TenantDocument> guard);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
