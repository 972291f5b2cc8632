package dev.externaltenants.bench.load;

import java.util.List;

/**
 * An answer of the server.
 *
 * @param location where the browser is sent to, or null
 * @param cookies the values of Set-Cookie
 */
public record Response(int status, String location, List<String> cookies, String body) {}
