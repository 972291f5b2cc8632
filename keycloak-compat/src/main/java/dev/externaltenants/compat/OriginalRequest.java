package dev.externaltenants.compat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/**
 * What is left of the request that a mail came of: where it was made. Keycloak derives the addresses in mails from that
 * unless the operator has set them.
 */
public record OriginalRequest(URI origin) implements HttpRequest {

    @Override
    public UriInfo getUri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (self, method, arguments) -> said(method.getReturnType()));
    }

    /** Whoever asks whether this is a certain page, as the store of identity providers does, finds that it is none. */
    private Object said(Class<?> kind) {
        if (kind == URI.class) {
            return origin;
        }
        if (kind == UriBuilder.class) {
            return UriBuilder.fromUri(origin);
        }
        if (kind == MultivaluedMap.class) {
            return new MultivaluedHashMap<>();
        }
        return kind == List.class ? List.of() : "";
    }

    @Override
    public String getHttpMethod() {
        return "";
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    /** None: the language is the one that was resolved in the request. */
    @Override
    public HttpHeaders getHttpHeaders() {
        return null;
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return new X509Certificate[0];
    }

    @Override
    public boolean isProxyTrusted() {
        return false;
    }
}
