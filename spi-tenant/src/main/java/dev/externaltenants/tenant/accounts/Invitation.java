package dev.externaltenants.tenant.accounts;

/**
 * A mail with a link, behind which a password is chosen.
 *
 * @param application client id of the app that the page behind leads to, or null for none
 * @param redirectUri one of that app; its only one when null
 */
public record Invitation(String application, String redirectUri) {}
