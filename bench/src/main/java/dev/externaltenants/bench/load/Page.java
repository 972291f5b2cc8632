package dev.externaltenants.bench.load;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser shows, read with no more effort than a load generator may take. */
public record Page(String path, int status, String body, String leftFor) {

    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern SIGN_UP = Pattern.compile("href=\"([^\"]*/login-actions/registration[^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int TOLD = 1500;

    /** Returns this page if it asks for the field, so that a journey that goes astray says where. */
    Page asking(String field) {
        if (!body.contains("name=\"" + field + "\"")) {
            throw new IllegalStateException("Expected a page that asks for '" + field + "' but was " + this);
        }
        return this;
    }

    String action() {
        return link(ACTION);
    }

    String signUpLink() {
        return link(SIGN_UP);
    }

    /** Returns the authorization code that the browser was sent back to the app with. */
    String authorizationCode() {
        Matcher code = CODE.matcher(leftFor == null ? "" : leftFor);
        if (!code.find()) {
            throw new IllegalStateException("Expected to be back at the app but was " + this);
        }
        return code.group(1);
    }

    String link(Pattern pattern) {
        Matcher link = pattern.matcher(body);
        if (!link.find()) {
            throw new IllegalStateException("No " + pattern + " on " + this);
        }
        return Browser.pathOf(link.group(1).replace("&amp;", "&"));
    }

    @Override
    public String toString() {
        String text = body.replaceAll("(?s)<(script|style|head).*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
        return Map.of("path", path, "status", status, "left for", String.valueOf(leftFor)) + " "
                + text.substring(0, Math.min(TOLD, text.length()));
    }
}
