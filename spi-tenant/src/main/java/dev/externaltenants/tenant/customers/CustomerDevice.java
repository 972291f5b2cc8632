package dev.externaltenants.tenant.customers;

import dev.externaltenants.userflow.device.TrustedDevice;

/**
 * A trusted device as administrators read it.
 *
 * @param name browser and system as they named themselves, or null
 * @param trustedSince an instant of UTC, as in ISO 8601, as the times behind it
 */
record CustomerDevice(String id, String name, String trustedSince, String lastUsedAt, String expiresAt) {

    static CustomerDevice of(TrustedDevice device) {
        return new CustomerDevice(
                device.id(),
                device.name().isEmpty() ? null : device.name(),
                device.trustedSince().toString(),
                device.lastUsedAt().toString(),
                device.expiresAt().toString());
    }
}
