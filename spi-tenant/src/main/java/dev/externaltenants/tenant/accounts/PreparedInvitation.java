package dev.externaltenants.tenant.accounts;

/**
 * An invitation that is stored and not yet mailed.
 *
 * @param userId who is invited
 * @param clientId of the app that it leads to
 * @param link what the mail leads to
 * @param minutes how long the link is good
 * @param before the id of the invitation that this one ends, or null
 */
public record PreparedInvitation(String id, String userId, String clientId, String link, long minutes, String before) {}
