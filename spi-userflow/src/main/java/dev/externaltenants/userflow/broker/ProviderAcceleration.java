package dev.externaltenants.userflow.broker;

import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Leads a customer to an identity provider without a press of its button: because the app says so, or because the domain
 * of the address that was typed is the provider's.
 *
 * <p>Only providers that the user flow lists are considered, and what leads to none is not refused but ignored: the page
 * with its buttons is the better answer to a wrong hint.
 */
public final class ProviderAcceleration {

    private static final String KC_IDP_HINT = "kc_idp_hint";
    private static final String DOMAIN_HINT =
            AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + "domain_hint";

    private final AuthenticationFlowContext context;

    public ProviderAcceleration(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** Follows {@code kc_idp_hint} or {@code domain_hint} of the app's request; false when there is nothing to follow. */
    public boolean byHint() {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        // Whoever comes back from the provider with an error would be sent there again without end.
        if (context.getForwardedErrorMessage() != null || TokenUtil.hasPrompt(prompt(signIn), "select_account")) {
            return false;
        }
        String alias = signIn.getClientNote(KC_IDP_HINT);
        String domain = signIn.getClientNote(DOMAIN_HINT);
        if (alias == null && domain == null) {
            return false;
        }
        return go(
                provider -> alias == null
                        ? new ProviderHints(provider).answersTo(domain)
                        : alias.equals(provider.getAlias()),
                signIn.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM));
    }

    /** Follows the domain of an address; nobody is looked up, so the answer tells nothing of accounts. */
    public boolean byAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return address.indexOf('@') > 0 && go(provider -> new ProviderHints(provider).hasDomain(domain), address);
    }

    private boolean go(Predicate<IdentityProviderModel> wanted, String loginHint) {
        Optional<IdentityProviderModel> provider =
                new OfferedProviders(context).usable().filter(wanted).findFirst();
        provider.ifPresent(found -> new ProviderRedirect(context).go(found, loginHint));
        return provider.isPresent();
    }

    private static String prompt(AuthenticationSessionModel signIn) {
        return signIn.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    }
}
