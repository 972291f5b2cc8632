package dev.externaltenants.customattributes.hook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.UserFlow;

/**
 * A sign-up as a hook sees it. The app, the tenant and the source address are those of the session's context.
 *
 * @param flow whose attributes are collected
 * @param locale in which the customer is spoken to
 * @param email proven by the customer
 * @param federated who the customer is with an identity provider; empty for a local account
 * @param attributes what the flow collects, in page order
 */
public record AttributeCollection(
        UserFlow flow, Locale locale, String email, Optional<FederatedIdentity> federated, List<Collected> attributes) {

    /** @param values as they would be stored; none where there is none */
    public record Collected(TenantAttribute attribute, List<String> values) {}

    /**
     * @param provider alias of the identity provider
     * @param subject whom it means
     */
    public record FederatedIdentity(String provider, String subject) {}

    /** Tells nothing of what the customer entered, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "AttributeCollection[" + flow.name() + "]";
    }
}
