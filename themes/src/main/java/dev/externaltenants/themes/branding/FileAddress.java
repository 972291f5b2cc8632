package dev.externaltenants.themes.branding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ContextNotActiveException;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Where the files of a realm's brands are, as a path from the root of the host that customers see. */
public final class FileAddress {

    /** The id of the resource that answers there. */
    public static final String RESOURCE = "xt-brand";

    private FileAddress() {}

    /**
     * Returns where the files are as a whole address, for what is read elsewhere, such as a mail; nothing where nobody says the
     * host: no request, as in mails of Keycloak's tasks, and no operator, who may set it for the server or the realm.
     */
    public static Optional<String> whole(KeycloakSession session, RealmModel realm) {
        try {
            return Optional.of(absolute(session, of(session, realm)));
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** Returns the whole address of a path of ours. */
    static String absolute(KeycloakSession session, String path) {
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
