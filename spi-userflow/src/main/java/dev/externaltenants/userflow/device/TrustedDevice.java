package dev.externaltenants.userflow.device;

import java.time.Instant;

/**
 * A browser on which a customer proved the second factor and wants to be asked for it no more for a while.
 *
 * @param name browser and system as they named themselves, empty where they did not
 * @param trustedSince when the second factor was proven
 * @param expiresAt from when it stands in nowhere
 */
public record TrustedDevice(String id, String name, Instant trustedSince, Instant lastUsedAt, Instant expiresAt) {}
