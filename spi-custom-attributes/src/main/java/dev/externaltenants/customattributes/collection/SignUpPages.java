package dev.externaltenants.customattributes.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.HookFailure;
import dev.externaltenants.customattributes.signup.CollectionPage;
import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.signin.StaySignedIn;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The pages that this step shows. */
final class SignUpPages {

    static final String PASSWORD_INPUT = "password";
    static final String PASSWORD_CONFIRMATION_INPUT = "password-confirm";

    private static final String SIGN_UP_BLOCKED = "xt_sign_up_blocked";

    /** The model attribute of our pages. */
    private static final String MODEL = "xt";

    private final AuthenticationFlowContext context;

    private enum Customer {
        WITH_PASSWORD,
        BY_CODE,
        OF_PROVIDER
    }

    SignUpPages(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** Shows the fields with what they have or the customer typed before, but never the password. */
    void attributes(SignUpMethod method, String email, CollectionPage.Show page, List<FieldError> errors) {
        show(method == SignUpMethod.EMAIL_PASSWORD ? Customer.WITH_PASSWORD : Customer.BY_CODE, email, page, errors);
    }

    /** Shows the fields to a customer of an identity provider, who needs no password. */
    void attributesOfBrokered(String email, CollectionPage.Show page, List<FieldError> errors) {
        show(Customer.OF_PROVIDER, email, page, errors);
    }

    /** Shows fields of an account that is there already. */
    void missing(List<SignUpField> fields, Map<String, List<String>> values, List<FieldError> errors) {
        show(Customer.OF_PROVIDER, "", new CollectionPage.Show(fields, values, Map.of()), errors);
    }

    /** Ends the sign-up by the words of a hook. */
    void blocked(BlockPage page) {
        context.getEvent().error(SIGN_UP_BLOCKED);
        Map<String, Object> model = new HashMap<>();
        model.put("title", page.title());
        model.put("message", page.message());
        Response shown = context.form().setAttribute(MODEL, model).createForm("xt-blocked.ftl");
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                Response.fromResponse(shown).status(Response.Status.FORBIDDEN).build());
    }

    /** Ends the sign-up because a hook does not work; why, is for the operator. */
    void failed(HookFailure failure) {
        failure.details().forEach(context.getEvent()::detail);
        refused(failure.error(), "xtSignUpUnavailable");
    }

    /** @param email of an account that is to be created; empty for one that is there */
    private void show(Customer customer, String email, CollectionPage.Show page, List<FieldError> errors) {
        RealmModel realm = context.getRealm();
        Locale language = language(context);
        shownConsents(context).store(page.fields().stream().map(SignUpField::input));
        LoginFormsProvider form = context.form();
        Labels labels = new Labels(language, realm.getDefaultLocale(), form::getMessage);
        Map<String, Object> model = new HashMap<>(new AttributesPage(labels, language)
                .model(email, minPasswordLength(realm), page.fields(), page.values()));
        model.put("withPassword", customer == Customer.WITH_PASSWORD);
        if (customer != Customer.OF_PROVIDER) {
            new StaySignedIn(context).addTo(model);
        }
        if (!errors.isEmpty()) {
            FieldMessages messages = new FieldMessages(labels, page.fields());
            form.setErrors(messages.of(errors));
            model.put("plainErrors", messages.plain(errors));
        }
        form.setAttribute(MODEL, model);
        context.challenge(form.createForm("xt-attributes.ftl"));
    }

    void accountExists(String email) {
        // The link on the page starts the sign-in anew; only what the client asked for outlives that.
        context.getAuthenticationSession().setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, email);
        context.challenge(
                context.form().setAttribute(MODEL, Map.of("email", email)).createForm("xt-account-exists.ftl"));
    }

    void notOffered() {
        refused(Errors.REGISTRATION_DISABLED, "xtSignUpNotOffered");
    }

    /** Ends the sign-up. */
    void refused(String error, String messageKey) {
        context.getEvent().error(error);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError(messageKey).createErrorPage(Response.Status.FORBIDDEN));
    }

    static ShownConsents shownConsents(AuthenticationFlowContext context) {
        return new ShownConsents(context.getAuthenticationSession(), context.getRealm(), language(context));
    }

    private static Locale language(AuthenticationFlowContext context) {
        return context.getSession().getContext().resolveLocale(null);
    }

    private static int minPasswordLength(RealmModel realm) {
        Integer length = realm.getPasswordPolicy().getPolicyConfig("length");
        return length == null ? 0 : length;
    }
}
