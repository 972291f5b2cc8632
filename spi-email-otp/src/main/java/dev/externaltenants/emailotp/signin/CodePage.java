package dev.externaltenants.emailotp.signin;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.emailotp.MaskedEmail;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeState;
import dev.externaltenants.emailotp.PasscodeState.Delivery;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page on which a code is typed. */
final class CodePage {

    static final String CODE = "code";

    private static final String PAGE = "xt-code.ftl";

    /** What may pass until a new code is shown, which is then still said to work for as long as the setting says. */
    private static final int WINK_SECONDS = 3;

    private final CodeContext context;
    private final PasscodeScope scope;

    CodePage(CodeContext context, PasscodeScope scope) {
        this.context = context;
        this.scope = scope;
    }

    Response show(PasscodeState state) {
        return render(state, context.form());
    }

    Response showSuccess(PasscodeState state, String message) {
        return render(state, context.form().setSuccess(message));
    }

    /** The message says how long to wait, so the page's own hint does not. */
    Response showCoolingDown(PasscodeState state, int secondsLeft) {
        PasscodeState hintless =
                new PasscodeState(state.live(), state.codeLength(), state.expiresAt(), 0, state.delivery());
        return render(hintless, context.form().setInfo("xtCodeCoolingDown", secondsLeft));
    }

    Response showError(PasscodeState state, String message) {
        return render(state, context.form().setError(message));
    }

    Response showCodeError(PasscodeState state, String message) {
        return render(state, context.form().addError(new FormMessage(CODE, message)));
    }

    private Response render(PasscodeState state, LoginFormsProvider form) {
        Map<String, Object> model = model(scope, state, Time.currentTimeSeconds());
        context.describe(model, scope.purpose());
        return form.setAttribute("xt", model).createForm(PAGE);
    }

    static Map<String, Object> model(PasscodeScope scope, PasscodeState state, long now) {
        Map<String, Object> model = new HashMap<>();
        model.put("purpose", scope.purpose().name());
        model.put("maskedEmail", MaskedEmail.of(scope.address()));
        boolean failed = state.delivery() == Delivery.FAILED;
        // A code that never left cannot be typed: the page offers another one instead.
        model.put("live", state.live() && !failed);
        model.put("deliveryFailed", failed);
        model.put("codeLength", state.codeLength());
        int secondsValid = (int) Math.max(1, state.expiresAt() - now);
        model.put("secondsValid", secondsValid);
        // Whole minutes only, so that the page never promises more than the wink in which a code is new.
        model.put("minutesValid", (secondsValid + WINK_SECONDS) / 60);
        model.put("resendInSeconds", (int) Math.max(0, state.resendAt() - now));
        return model;
    }
}
