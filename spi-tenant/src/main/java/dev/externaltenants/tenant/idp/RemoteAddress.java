package dev.externaltenants.tenant.idp;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.CustomExtensionProviderFactory;
import dev.externaltenants.claimsextension.PublicAddress;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;

/**
 * The rules for addresses that a tenant gives and this server or its customers go to; the same as for custom extensions, whose
 * list of hosts that an operator vouches for holds here, too.
 */
final class RemoteAddress {

    private final AllowedHosts allowedHosts;

    RemoteAddress(KeycloakSession session) {
        CustomExtensionProviderFactory extensions = (CustomExtensionProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(CustomExtensionProvider.class);
        allowedHosts = extensions.allowedHosts();
    }

    /** @throws TenantException unless it is an https URL, or one of a host that an operator vouches for */
    URI secure(String text, String field) {
        URI uri = parsed(text, field);
        boolean allowed = allowedHosts.contain(uri.getHost());
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(allowed && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw FieldChecks.invalid(field, "Only https is allowed.");
        }
        return uri;
    }

    /** As {@link #secure}, for what this server itself will call: nothing that only this server can reach. */
    URI callable(String text, String field) {
        URI uri = secure(text, field);
        if (!allowedHosts.contain(uri.getHost()) && !isPublic(uri.getHost())) {
            throw TenantException.invalid(
                    "xt_identity_provider_address_refused",
                    field,
                    "The host does not resolve to public addresses only, and no operator has allowed it.");
        }
        return uri;
    }

    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::is);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static URI parsed(String text, String field) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw FieldChecks.invalid(field, "Not a URL: " + e.getMessage());
        }
        throw FieldChecks.invalid(field, "Give a URL with a host and without user or fragment.");
    }
}
