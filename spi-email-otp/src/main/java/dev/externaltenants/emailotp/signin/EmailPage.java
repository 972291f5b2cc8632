package dev.externaltenants.emailotp.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.userflow.broker.OfferedProviders;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The page that asks for an address which is to be proven. */
final class EmailPage {

    static final String EMAIL = "email";

    private static final String PAGE = "xt-email.ftl";
    private static final String PAGE_OF_BROKERED = "xt-broker-email.ftl";
    private static final String PAGE_OF_RESET = "xt-reset.ftl";
    private static final int MAX_ECHO = 255;

    private final AuthenticationFlowContext context;
    private final String template;
    private final Map<String, Object> more;

    private EmailPage(AuthenticationFlowContext context, String template, Map<String, Object> more) {
        this.context = context;
        this.template = template;
        this.more = more;
    }

    static EmailPage ofSignUp(AuthenticationFlowContext context) {
        return new EmailPage(context, PAGE, Map.of("providers", new OfferedProviders(context).buttons()));
    }

    /** @param provider that sent the customer here without an address */
    static EmailPage ofBrokered(AuthenticationFlowContext context, String provider) {
        return new EmailPage(context, PAGE_OF_BROKERED, Map.of("provider", provider));
    }

    static EmailPage ofReset(AuthenticationFlowContext context) {
        return new EmailPage(context, PAGE_OF_RESET, Map.of());
    }

    Response show() {
        return show(prefill());
    }

    Response show(String email) {
        return render(email, context.form());
    }

    Response showInvalid(String typed) {
        String echo = typed == null ? "" : typed.substring(0, Math.min(typed.length(), MAX_ECHO));
        return render(echo, context.form().addError(new FormMessage(EMAIL, "xtEmailInvalid")));
    }

    Response showTooManyMails(String email) {
        return render(email, context.form().setError("xtCodeTooManyMails"));
    }

    private Response render(String email, LoginFormsProvider form) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("email", email);
        return form.setAttribute("xt", model).createForm(template);
    }

    /** What the customer typed to sign in, or what the app knows; only if it is an address. */
    private String prefill() {
        AuthenticationSessionModel signUp = context.getAuthenticationSession();
        return Stream.of(
                        signUp.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME),
                        signUp.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM))
                .flatMap(hint -> EmailAddress.parse(hint).stream())
                .map(EmailAddress::value)
                .findFirst()
                .orElse("");
    }
}
