package dev.externaltenants.themes.branding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Where the files of a realm's brands are, as a path from the root of the host that customers see. */
public final class FileAddress {

    /** The id of the resource that answers there. */
    public static final String RESOURCE = "xt-brand";

    private FileAddress() {}

    /** Returns the whole address of a path of ours, for what is read elsewhere, such as a mail. */
    public static String absolute(KeycloakSession session, String path) {
        return session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUri()
                .resolve(path)
                .toString();
    }

    /** Returns it with a slash at its end, such as {@code /realms/contoso/xt-brand/}. */
    public static String of(KeycloakSession session, RealmModel realm) {
        return below(session, realm, RESOURCE);
    }

    static String below(KeycloakSession session, RealmModel realm, String resource) {
        String base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri().getRawPath();
        String name = URLEncoder.encode(realm.getName(), StandardCharsets.UTF_8).replace("+", "%20");
        return base + (base.endsWith("/") ? "" : "/") + "realms/" + name + "/" + resource + "/";
    }
}
