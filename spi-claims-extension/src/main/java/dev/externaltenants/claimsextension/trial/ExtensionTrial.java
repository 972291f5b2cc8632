package dev.externaltenants.claimsextension.trial;

import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * What an administrator wants to try an extension with.
 *
 * @param event whose call is made
 * @param appId client id of the app that the call tells; a sample one when absent
 * @param userId of the customer that the call tells; a sample one when absent
 */
public record ExtensionTrial(AuthenticationEvent event, String appId, String userId) {}
