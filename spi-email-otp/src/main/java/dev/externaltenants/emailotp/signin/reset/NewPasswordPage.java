package dev.externaltenants.emailotp.signin.reset;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page on which the new password is chosen. */
final class NewPasswordPage {

    static final String PASSWORD = "password-new";
    static final String CONFIRMATION = "password-confirm";
    static final String END_SESSIONS = "logout-sessions";

    private static final String PAGE = "xt-new-password.ftl";

    private final AuthenticationFlowContext context;
    private final String address;

    NewPasswordPage(AuthenticationFlowContext context, String address) {
        this.context = context;
        this.address = address;
    }

    Response show() {
        return render(context.form(), true);
    }

    Response showError(FormMessage error, boolean endSessions) {
        return render(context.form().addError(error), endSessions);
    }

    private Response render(LoginFormsProvider form, boolean endSessions) {
        Integer shortest = context.getRealm().getPasswordPolicy().getPolicyConfig("length");
        return form.setAttribute(
                        "xt",
                        Map.of(
                                "email", address,
                                "minPasswordLength", shortest == null ? 0 : shortest,
                                "endSessions", endSessions))
                .createForm(PAGE);
    }
}
