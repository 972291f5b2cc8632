package dev.externaltenants.userflow.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.broker.OfferedProviders;
import dev.externaltenants.userflow.username.Username;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.CredentialRepresentation;

/** The page on which the password is typed. */
final class PasswordPage {

    private static final String PAGE = "xt-password.ftl";

    private final AuthenticationFlowContext context;

    PasswordPage(AuthenticationFlowContext context) {
        this.context = context;
    }

    Response show() {
        return render(context.form());
    }

    /** One field on this page, and one place for every refusal: where it stands must not tell them apart. */
    Response showError(String message) {
        LoginFormsProvider form =
                context.form().setExecution(context.getExecution().getId());
        if (message != null) {
            form.addError(new FormMessage(CredentialRepresentation.PASSWORD, message));
        }
        return render(form);
    }

    private Response render(LoginFormsProvider form) {
        Map<String, Object> model = new HashMap<>();
        model.put("email", identifier());
        model.put("codeOffered", codeOffered());
        model.put("providers", providers());
        model.put("resetOffered", resetOffered());
        new StaySignedIn(context).addTo(model);
        return form.setAttribute("xt", model).createForm(PAGE);
    }

    /** Codes go to the address that was typed; a user name has no mailbox to show. */
    private boolean codeOffered() {
        return Username.isAddress(identifier())
                && new SignInMethod(context).codeStep().isPresent();
    }

    private boolean resetOffered() {
        return PasswordResetOffer.isMade(
                context.getSession(), context.getAuthenticationSession().getClient());
    }

    /** Whoever is known from a session never saw the page before this one, and may have no password. */
    private List<Map<String, String>> providers() {
        return context.getUser() == null ? List.of() : new OfferedProviders(context).buttons();
    }

    private String identifier() {
        String attempted =
                context.getAuthenticationSession().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        if (attempted != null) {
            return attempted;
        }
        return context.getUser() == null ? "" : context.getUser().getUsername();
    }
}
