package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that no well-meaning client sends.
 *
 * @param path below the server's root, encoded, with its query
 * @param headers with those of the body's type, if it says one
 * @param body what to send
 * @param shown the body as a reader sees it
 */
record HostileRequest(
        String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body, String shown) {

    private static final int SHOWN = 600;

    /** @param body null for none */
    static HostileRequest of(String method, String path, Map<String, String> headers, byte[] body) {
        return body == null
                ? new HostileRequest(method, path, headers, BodyPublishers.noBody(), "")
                : new HostileRequest(
                        method,
                        path,
                        headers,
                        BodyPublishers.ofByteArray(body),
                        new String(body, StandardCharsets.UTF_8));
    }

    HttpRequest at(URI server, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** Shows what to send again to see the same. */
    @Override
    public String toString() {
        return method + " " + shortened(path) + " " + shortened(headers.toString()) + " " + shortened(shown);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
