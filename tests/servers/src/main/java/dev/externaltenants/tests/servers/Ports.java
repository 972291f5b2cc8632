package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The two ports of a Keycloak. */
public record Ports(int http, int management) {

    // Below the ports that systems give to outgoing connections: one of those on a port of ours would keep a
    // server from coming back to it after a stop.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 100;

    /** A port is often bound a while after it was asked for. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    public static Ports free() {
        return new Ports(freePort(), freePort());
    }

    public static int freePort() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
