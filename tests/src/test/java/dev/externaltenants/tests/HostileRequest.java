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
 * @param body null for none
 */
// Sent once and never compared, so the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record HostileRequest(String method, String path, Map<String, String> headers, byte[] body) {

    private static final int SHOWN = 600;

    HttpRequest at(URI server, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** Shows what to send again to see the same. */
    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return method + " " + shortened(path) + " " + shortened(headers.toString()) + " " + shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
