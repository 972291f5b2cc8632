package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * A call that there would have been, had it not failed before there was anything to say to the API.
 *
 * @param handler what would have been asked
 * @param tenantId the realm's id
 * @param appId client id of the app
 */
public record UnmadeCall(AuthenticationEvent event, EventHandler handler, String tenantId, String appId) {}
