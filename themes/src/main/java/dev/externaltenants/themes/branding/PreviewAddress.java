package dev.externaltenants.themes.branding;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where previews of a realm's brands are, as a path from the root of the host that customers see. */
public final class PreviewAddress {

    /** The id of the resource that answers there. */
    public static final String RESOURCE = "xt-preview";

    private PreviewAddress() {}

    /** Returns it with a slash at its end, such as {@code /realms/contoso/xt-preview/}. */
    public static String of(KeycloakSession session, RealmModel realm) {
        return FileAddress.below(session, realm, RESOURCE);
    }
}
