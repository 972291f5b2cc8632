package dev.externaltenants.tests.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;

/** Every REST resource of ours that the running server has mounted, whichever module brought it. */
final class OurResources {

    private static final String OURS = "dev.externaltenants.";
    private static final String OF_TESTS = "dev.externaltenants.tests.";

    private final KeycloakSession session;
    private final RealmModel realm;

    OurResources(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    List<RestMethod> methods() {
        List<RestMethod> methods = new ArrayList<>();
        // A resource asks who calls in each of its methods, so it can be made here without a caller.
        ours(AdminRealmResourceProvider.class)
                .forEach(id -> methods.addAll(RestMethods.under(
                        "/admin/realms/{realm}/" + id,
                        session.getProvider(AdminRealmResourceProvider.class, id)
                                .getResource(session, realm, null, null)
                                .getClass())));
        ours(RealmResourceProvider.class)
                .forEach(id -> methods.addAll(RestMethods.under(
                        "/realms/{realm}/" + id,
                        session.getProvider(RealmResourceProvider.class, id)
                                .getResource()
                                .getClass())));
        methods.sort(Comparator.comparing(RestMethod::path).thenComparing(RestMethod::method));
        return methods;
    }

    private Stream<String> ours(Class<? extends Provider> kind) {
        return session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(kind)
                .filter(factory -> isShipped(factory.getClass().getName()))
                .map(factory -> factory.getId());
    }

    private static boolean isShipped(String className) {
        return className.startsWith(OURS) && !className.startsWith(OF_TESTS);
    }
}
