package dev.externaltenants.userflow.broker;

import org.keycloak.events.EventBuilder;

/** How a provider is refused that the app's user flow does not list, wherever that is noticed. */
public final class ProviderRefusal {

    /** The text of the page. */
    public static final String MESSAGE = "xtProviderNotOffered";

    private ProviderRefusal() {}

    static void record(EventBuilder event) {
        event.error("xt_identity_provider_not_offered");
    }
}
