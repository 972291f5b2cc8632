package dev.externaltenants.userflow.broker;

/** How a provider is refused that the app's user flow does not list, wherever that is noticed. */
public final class ProviderRefusal {

    /** The error of the event. */
    public static final String EVENT_ERROR = "xt_identity_provider_not_offered";

    /** The text of the page. */
    public static final String MESSAGE = "xtProviderNotOffered";

    private ProviderRefusal() {}
}
