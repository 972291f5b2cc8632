package dev.externaltenants.tenant.accounts;

/**
 * An account that was just made.
 *
 * @param shown as our REST shows it
 * @param temporaryPassword the password that was generated, or null
 * @param invitation to be mailed, or null
 */
public record MadeAccount(String id, Object shown, String temporaryPassword, PreparedInvitation invitation) {}
