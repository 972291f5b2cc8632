package dev.externaltenants.themes.branding;

import java.time.Instant;

/**
 * A way to look at a draft in a browser without a sign-in.
 *
 * @param url of the page; whoever has it may look
 * @param expiresAt when it ends
 */
public record PreviewLink(String url, Instant expiresAt) {}
