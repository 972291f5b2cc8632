package dev.externaltenants.customattributes.signup;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.customattributes.hook.AttributeCollection.FederatedIdentity;
import dev.externaltenants.userflow.broker.BrokeredIdentity;

/**
 * Who signs up.
 *
 * @param address proven by the customer
 * @param locale in which the customer is spoken to
 * @param federated who the customer is with an identity provider, and needs no password here; empty for a local account
 * @param claims what that provider says, by the names of OpenID Connect
 */
public record Applicant(
        ProvenAddress address, Locale locale, Optional<FederatedIdentity> federated, Map<String, String> claims) {

    public static Applicant local(ProvenAddress address, Locale locale) {
        return new Applicant(address, locale, Optional.empty(), Map.of());
    }

    public static Applicant of(BrokeredIdentity identity, ProvenAddress address, Locale locale) {
        return new Applicant(
                address,
                locale,
                Optional.of(new FederatedIdentity(identity.provider(), identity.subject())),
                identity.claims());
    }

    String email() {
        return address.email();
    }

    /** Tells nothing of the customer, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Applicant[]";
    }
}
