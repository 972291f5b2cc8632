package dev.externaltenants.userflow.broker;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.IdentityProviderModel;

/** The values of {@code domain_hint} that lead to a provider: what Entra takes, in Entra's spelling. */
public final class ProviderHints {

    /** The provider's config key for the e-mail domains of its customers, separated by spaces. */
    public static final String DOMAINS = "xtDomains";

    private static final Map<String, String> BY_TYPE =
            Map.of("google", "Google", "facebook", "Facebook", "xt-apple", "Apple");
    private static final List<String> ISSUERS = List.of("issuer", "idpEntityId");

    private final IdentityProviderModel provider;

    public ProviderHints(IdentityProviderModel provider) {
        this.provider = provider;
    }

    /** Names are taken in their exact case, as Entra does; hosts and domains in any, as the DNS does. */
    boolean answersTo(String hint) {
        return hint.equals(BY_TYPE.get(provider.getProviderId()))
                || hasDomain(hint)
                || ISSUERS.stream()
                        .map(provider.getConfig()::get)
                        .anyMatch(issuer ->
                                issuer != null && (hint.equals(issuer) || hint.equalsIgnoreCase(host(issuer))));
    }

    boolean hasDomain(String domain) {
        return domains().contains(domain.toLowerCase(Locale.ROOT));
    }

    public List<String> domains() {
        String domains = provider.getConfig().get(DOMAINS);
        return domains == null || domains.isBlank()
                ? List.of()
                : List.of(domains.trim().split("\\s+"));
    }

    private static String host(String issuer) {
        try {
            return URI.create(issuer).getHost();
        } catch (IllegalArgumentException e) {
            // A SAML entity id need not be a URI; then it has no host to be named by.
            return null;
        }
    }
}
