package dev.externaltenants.bench.load;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.externaltenants.tests.servers.Forms;

/** A browser with cookies of its own on a connection that outlives it, as behind a proxy that keeps connections. */
public final class Browser {

    private static final int MOST_REDIRECTS = 10;

    private final Connection connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(Connection connection) {
        this.connection = connection;
    }

    public Page open(String path) {
        return follow(path, connection.get(path, cookies()));
    }

    public Page submit(Page page, Map<String, String> fields) {
        String path = page.action();
        return follow(path, connection.post(path, cookies(), Forms.encode(fields)));
    }

    /** Follows redirects as long as they stay on the server. */
    private Page follow(String first, Response answer) {
        String path = first;
        Response response = answer;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            response.cookies().forEach(this::keep);
            if (response.location() == null) {
                return new Page(path, response.status(), response.body(), null);
            }
            if (response.location().startsWith(App.CALLBACK)) {
                return new Page(path, response.status(), "", response.location());
            }
            path = pathOf(response.location());
            response = connection.get(path, cookies());
        }
        throw new IllegalStateException("More than " + MOST_REDIRECTS + " redirects from " + first);
    }

    static String pathOf(String address) {
        if (address.startsWith("/")) {
            return address;
        }
        URI uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
