package dev.externaltenants.claimsextension.callout;

import java.util.Map;

import org.apache.http.HttpHeaders;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;

/**
 * What is posted, but for its body.
 *
 * @param contentType without a charset parameter, as Entra sends it
 */
record Message(String url, String contentType, Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    HttpPost with(byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setHeader(HttpHeaders.ACCEPT, JSON);
        request.setEntity(new ByteArrayEntity(body, ContentType.create(contentType)));
        return request;
    }
}
