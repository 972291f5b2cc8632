package dev.externaltenants.tenant.apps;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.externaltenants.userflow.CustomerApp;
import dev.externaltenants.userflow.rest.OnlyAnswered;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What kind of app a client is; it settles what the client may do at Keycloak. */
public enum AppType implements OnlyAnswered {
    /** Runs in the browser, so it keeps no secret. */
    SPA("spa"),
    /** Runs on a server and keeps a secret. */
    WEB("web"),
    /** Runs on the customer's device, so it keeps no secret. */
    MOBILE("mobile"),
    /** Shows the pages of sign-in itself; the browser is its fallback. */
    NATIVE_AUTH("native-auth"),
    /** Signs in as itself, without a customer. */
    DAEMON("daemon"),
    /** Is called with tokens and asks for none. */
    API("api"),
    /** A client that we register none of, such as one of SAML. */
    OTHER("other");

    /** The client attribute that keeps the type. */
    static final String ATTRIBUTE = CustomerApp.TYPE_ATTRIBUTE;

    private final String text;

    AppType(String text) {
        this.text = text;
    }

    /** Returns the stored type, else the one that the client's settings amount to. */
    static AppType of(ClientModel client) {
        return stored(client.getAttribute(ATTRIBUTE)).orElseGet(() -> derived(client));
    }

    private static Optional<AppType> stored(String text) {
        return Arrays.stream(values())
                .filter(type -> type != OTHER && type.text.equals(text))
                .findFirst();
    }

    private static AppType derived(ClientModel client) {
        if (client.getProtocol() != null && !client.getProtocol().equals(OIDCLoginProtocol.LOGIN_PROTOCOL)) {
            return OTHER;
        }
        if (client.isBearerOnly()) {
            return API;
        }
        if (client.isStandardFlowEnabled()) {
            return client.isPublicClient() ? derivedPublic(client) : WEB;
        }
        if (client.isImplicitFlowEnabled() || client.isDirectAccessGrantsEnabled()) {
            return OTHER;
        }
        return client.isServiceAccountsEnabled() ? DAEMON : API;
    }

    private static AppType derivedPublic(ClientModel client) {
        boolean ofDevice = !client.getRedirectUris().isEmpty()
                && client.getRedirectUris().stream().noneMatch(uri -> uri.startsWith("http") || uri.startsWith("/"));
        return ofDevice ? MOBILE : SPA;
    }

    /** Says whether customers sign in to it through the browser. */
    boolean signsCustomersIn() {
        return this == SPA || this == WEB || isOfDevice();
    }

    /** Says whether it runs on the customer's device, outside the browser. */
    boolean isOfDevice() {
        return this == MOBILE || this == NATIVE_AUTH;
    }

    @Override
    public boolean isOnlyAnswered() {
        return this == OTHER;
    }

    boolean keepsSecret() {
        return this == WEB || this == DAEMON;
    }

    /** Returns the type as our REST and the attribute spell it. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
