package dev.externaltenants.userflow;

import java.util.Set;

import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** Which clients customers sign in to at all, so that a user flow of theirs means something. */
public final class CustomerApp {

    /** The client attribute that keeps the type of an app that was registered with us. */
    public static final String TYPE_ATTRIBUTE = "xt.appType";

    private static final Set<String> TYPES_WITHOUT_CUSTOMERS = Set.of("daemon", "api");

    private CustomerApp() {}

    /** Returns false of what signs in as itself, and of what is only called. */
    public static boolean is(ClientModel client) {
        String type = client.getAttribute(TYPE_ATTRIBUTE);
        if (type != null) {
            return !TYPES_WITHOUT_CUSTOMERS.contains(type);
        }
        boolean openId = client.getProtocol() == null || client.getProtocol().equals(OIDCLoginProtocol.LOGIN_PROTOCOL);
        return !openId || (!client.isBearerOnly() && hasGrantOfCustomers(client));
    }

    private static boolean hasGrantOfCustomers(ClientModel client) {
        return client.isStandardFlowEnabled()
                || client.isImplicitFlowEnabled()
                || client.isDirectAccessGrantsEnabled()
                || Boolean.parseBoolean(
                        client.getAttribute(OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED))
                || Boolean.parseBoolean(client.getAttribute(CibaConfig.OIDC_CIBA_GRANT_ENABLED));
    }
}
