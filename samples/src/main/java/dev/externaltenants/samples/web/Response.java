package dev.externaltenants.samples.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers (one value each) and a text. */
public record Response(int status, Map<String, String> headers, String body) {

    public Response {
        headers = Map.copyOf(headers);
    }

    public static Response page(int status, Page page) {
        return text(status, "text/html; charset=utf-8", page.html().markup());
    }

    public static Response json(int status, String json) {
        return text(status, "application/json", json);
    }

    public static Response text(int status, String contentType, String text) {
        return new Response(status, Map.of("Content-Type", contentType), text);
    }

    /** Sends the browser on with a GET, whatever the method was. */
    public static Response seeOther(URI target) {
        return new Response(303, Map.of("Location", target.toString()), "");
    }

    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
