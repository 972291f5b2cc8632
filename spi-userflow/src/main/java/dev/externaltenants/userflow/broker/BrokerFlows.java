package dev.externaltenants.userflow.broker;

/** The aliases of the tenant's flows around a sign-in with an identity provider, to which providers refer. */
public final class BrokerFlows {

    /** For an identity that no account is linked to yet; the realm's default for providers that name none. */
    public static final String FIRST_LOGIN = "xt first broker login";

    /** After every sign-in with a provider. */
    public static final String POST_LOGIN = "xt post broker login";

    private BrokerFlows() {}
}
