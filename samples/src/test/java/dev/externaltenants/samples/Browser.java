package dev.externaltenants.samples;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

import com.nimbusds.oauth2.sdk.util.URLUtils;

/** Keeps cookies and follows no redirects. */
public final class Browser {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url));
    }

    public HttpResponse<String> post(URI url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The parameters of the address that the response redirects to. */
    public static Map<String, String> redirectParameters(HttpResponse<?> response) {
        URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
        Map<String, String> parameters = new TreeMap<>();
        URLUtils.parseParameters(location.getRawQuery()).forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }
}
