package dev.externaltenants.themes.branding.preview;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What browsers let a page of a preview do: show itself. They come in place of the realm's own, which are for live pages. */
enum PreviewHeaders {
    /** Shows all screens, and is framed by nobody. */
    INDEX(
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "DENY"),
    /**
     * One screen, framed by the index only. Its scripts are refused by script-src; the sandbox allows them because browsers
     * else do not put the cursor into the first field either, and the page would not look as the live one. Without
     * allow-same-origin it has no cookies and no storage, without allow-forms and allow-popups it sends and opens nothing.
     */
    SCREEN(
            "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri"
                    + " 'none'; frame-ancestors 'self'; sandbox allow-scripts",
            "SAMEORIGIN");

    private final String policy;
    private final String framing;

    PreviewHeaders(String policy, String framing) {
        this.policy = policy;
        this.framing = framing;
    }

    Response on(Response page) {
        return Response.fromResponse(page)
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", framing)
                .header("X-Content-Type-Options", "nosniff")
                // The address of a preview is all that it takes to see it.
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "none")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
