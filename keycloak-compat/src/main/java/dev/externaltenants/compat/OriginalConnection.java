package dev.externaltenants.compat;

import org.keycloak.common.ClientConnection;

/** What is left of the connection of a request that is over: who made it. */
public record OriginalConnection(String remoteHost) implements ClientConnection {

    @Override
    public String getRemoteAddr() {
        return remoteHost;
    }

    @Override
    public String getRemoteHost() {
        return remoteHost;
    }
}
