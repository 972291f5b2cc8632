package dev.externaltenants.userflow.broker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider.LoginFilter;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.Booleans;

/** The identity providers that the app's user flow lists and that are ready for use, in the order of the list. */
public final class OfferedProviders {

    private static final Predicate<IdentityProviderModel> ON_PAGES = LoginFilter.getLoginPredicate();

    private final AuthenticationFlowContext context;

    public OfferedProviders(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** Returns what a page needs for its buttons; a provider that is hidden on pages is reached by hints only. */
    public List<Map<String, String>> buttons() {
        return listed().filter(ON_PAGES).map(this::button).toList();
    }

    private Map<String, String> button(IdentityProviderModel provider) {
        return Map.of(
                "alias",
                provider.getAlias(),
                "displayName",
                KeycloakModelUtils.getIdentityProviderDisplayName(context.getSession(), provider),
                "url",
                new ProviderRedirect(context).uri(provider, null).toString());
    }

    /** Returns all that a customer may sign in with. */
    Stream<IdentityProviderModel> usable() {
        return listed().filter(provider -> provider.isEnabled() && !Booleans.isTrue(provider.isLinkOnly()));
    }

    private Stream<IdentityProviderModel> listed() {
        return UserFlowProvider.of(context.getSession())
                .identityProviders(context.getAuthenticationSession().getClient())
                .stream()
                .map(alias -> context.getSession().identityProviders().getByAlias(alias))
                .filter(Objects::nonNull);
    }
}
