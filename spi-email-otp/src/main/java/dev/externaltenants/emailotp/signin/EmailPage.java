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
    private static final String PAGE_OF_CHANGE = "xt-email-change.ftl";
    private static final int MAX_ECHO = 255;

    private final CodeContext context;
    private final String template;
    private final Map<String, Object> more;
    private final boolean prefilled;

    private EmailPage(CodeContext context, String template, Map<String, Object> more, boolean prefilled) {
        this.context = context;
        this.template = template;
        this.more = more;
        this.prefilled = prefilled;
    }

    static EmailPage ofSignUp(AuthenticationFlowContext context) {
        return new EmailPage(
                CodeContext.of(context), PAGE, Map.of("providers", new OfferedProviders(context).buttons()), true);
    }

    /** @param provider that sent the customer here without an address */
    static EmailPage ofBrokered(AuthenticationFlowContext context, String provider) {
        return new EmailPage(CodeContext.of(context), PAGE_OF_BROKERED, Map.of("provider", provider), true);
    }

    static EmailPage ofReset(AuthenticationFlowContext context) {
        return new EmailPage(CodeContext.of(context), PAGE_OF_RESET, Map.of(), true);
    }

    /**
     * @param present the address to be changed, or an empty text
     * @param endSessions whether the box to sign out elsewhere is ticked
     */
    static EmailPage ofChange(CodeContext context, String present, boolean endSessions) {
        return new EmailPage(context, PAGE_OF_CHANGE, Map.of("present", present, "endSessions", endSessions), false);
    }

    Response show() {
        return show(prefilled ? prefill() : "");
    }

    Response show(String email) {
        return render(email, context.form());
    }

    /** @param message what is wrong with it */
    Response showInvalid(String typed, String message) {
        String echo = typed == null ? "" : typed.substring(0, Math.min(typed.length(), MAX_ECHO));
        return render(echo, context.form().addError(new FormMessage(EMAIL, message)));
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
        AuthenticationSessionModel signUp = context.signIn();
        return Stream.of(
                        signUp.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME),
                        signUp.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM))
                .flatMap(hint -> EmailAddress.parse(hint).stream())
                .map(EmailAddress::value)
                .findFirst()
                .orElse("");
    }
}
