package dev.externaltenants.themes.branding;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a brand may link to. */
final class LinkUrl {

    static final int MAX_LENGTH = 128;

    static final String RULE =
            "An address that begins with https://, has a host and no user name, and at most 128 ASCII characters.";

    private LinkUrl() {}

    static boolean isAllowed(String url) {
        if (url.length() > MAX_LENGTH || url.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            return false;
        }
        try {
            URI uri = new URI(url);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
