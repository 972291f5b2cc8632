package dev.externaltenants.themes.branding.preview;

import java.util.regex.Pattern;

import jakarta.ws.rs.core.Response;

/** A screen among others on one page: a browser lets no frame of them take the cursor, and says so once for each. */
final class FramedPage {

    /** In a tag: what follows has all its quotes in pairs until the tag ends. */
    private static final Pattern AUTOFOCUS = Pattern.compile(" autofocus(?=(?:[^\"<>]++|\"[^\"<>]*+\")*+>)");

    private FramedPage() {}

    static Response of(Response page) {
        String html = AUTOFOCUS.matcher((String) page.getEntity()).replaceAll("");
        return Response.fromResponse(page).entity(html).build();
    }
}
