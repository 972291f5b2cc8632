package dev.externaltenants.tenant.apps;

import java.util.List;

/**
 * An app as our REST shows and takes it; what it keeps secret is no part of it.
 *
 * @param clientId immutable; the server gives one when it is absent at the registration
 * @param type immutable
 * @param displayName what administrators and customers see; the client id when absent
 * @param enabled a deactivated app gets neither pages nor tokens
 * @param redirectUris where sign-in may send the browser, compared character by character
 * @param postLogoutRedirectUris where sign-out may send the browser; where sign-in may, when absent
 * @param frontChannelLogoutUrl what the browser loads when the customer signs out elsewhere, or null
 * @param userFlow id of the user flow that its customers get, or null
 * @param apis client ids of the APIs that its access tokens are for
 * @param groupsClaim whether its tokens carry the ids of the customer's groups
 */
public record Application(
        String clientId,
        AppType type,
        String displayName,
        Boolean enabled,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        String frontChannelLogoutUrl,
        String userFlow,
        List<String> apis,
        Boolean groupsClaim) {

    public Application {
        displayName = displayName == null ? clientId : displayName;
        enabled = enabled == null ? Boolean.TRUE : enabled;
        redirectUris = redirectUris == null ? List.of() : List.copyOf(redirectUris);
        postLogoutRedirectUris = postLogoutRedirectUris == null ? List.of() : List.copyOf(postLogoutRedirectUris);
        apis = apis == null ? List.of() : List.copyOf(apis);
        groupsClaim = groupsClaim == null ? Boolean.FALSE : groupsClaim;
    }

    /** An app that says nothing but what it is. */
    static Application bare(AppType type) {
        return new Application(null, type, null, null, null, null, null, null, null, null);
    }

    Application withIdentity(String newClientId, AppType newType) {
        return new Application(
                newClientId,
                newType,
                displayName,
                enabled,
                redirectUris,
                postLogoutRedirectUris,
                frontChannelLogoutUrl,
                userFlow,
                apis,
                groupsClaim);
    }

    /** Returns the app with its sets in the order in which apps are read. */
    public Application sorted() {
        return new Application(
                clientId,
                type,
                displayName,
                enabled,
                redirectUris.stream().sorted().toList(),
                postLogoutRedirectUris.stream().sorted().toList(),
                frontChannelLogoutUrl,
                userFlow,
                apis.stream().sorted().toList(),
                groupsClaim);
    }

    public Application withUserFlow(String flowId) {
        return new Application(
                clientId,
                type,
                displayName,
                enabled,
                redirectUris,
                postLogoutRedirectUris,
                frontChannelLogoutUrl,
                flowId,
                apis,
                groupsClaim);
    }
}
