package dev.externaltenants.customattributes.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.signin.StaySignedIn;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The pages that this step shows. */
final class SignUpPages {

    static final String PASSWORD_INPUT = "password";
    static final String PASSWORD_CONFIRMATION_INPUT = "password-confirm";

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

    /** Shows the fields with what the customer typed before, but never the password. */
    void attributes(
            SignUpMethod method,
            String email,
            List<SignUpField> fields,
            Map<String, List<String>> typed,
            List<FieldError> errors) {
        show(
                method == SignUpMethod.EMAIL_PASSWORD ? Customer.WITH_PASSWORD : Customer.BY_CODE,
                email,
                fields,
                typed,
                errors);
    }

    /** Shows the fields to a customer of an identity provider, who needs no password. */
    void attributesOfBrokered(
            String email, List<SignUpField> fields, Map<String, List<String>> typed, List<FieldError> errors) {
        show(Customer.OF_PROVIDER, email, fields, typed, errors);
    }

    /** Shows fields of an account that is there already. */
    void missing(List<SignUpField> fields, Map<String, List<String>> typed, List<FieldError> errors) {
        show(Customer.OF_PROVIDER, "", fields, typed, errors);
    }

    /** @param email of an account that is to be created; empty for one that is there */
    private void show(
            Customer customer,
            String email,
            List<SignUpField> fields,
            Map<String, List<String>> typed,
            List<FieldError> errors) {
        RealmModel realm = context.getRealm();
        Locale language = context.getSession().getContext().resolveLocale(null);
        LoginFormsProvider form = context.form();
        Labels labels = new Labels(language, realm.getDefaultLocale(), form::getMessage);
        Map<String, Object> model = new HashMap<>(
                new AttributesPage(labels, language).model(email, minPasswordLength(realm), fields, typed));
        model.put("withPassword", customer == Customer.WITH_PASSWORD);
        if (customer != Customer.OF_PROVIDER) {
            new StaySignedIn(context).addTo(model);
        }
        form.setAttribute(MODEL, model);
        if (!errors.isEmpty()) {
            form.setErrors(errors.stream().map(SignUpPages::message).toList());
        }
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

    /** Returns what was submitted for the flow's attributes, by their names. */
    static Map<String, List<String>> values(AuthenticationFlowContext context, UserFlow flow) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Map<String, List<String>> values = new HashMap<>();
        flow.attributes().forEach(asked -> values.put(asked.name(), form.get(AttributesPage.input(asked.name()))));
        values.values().removeIf(Objects::isNull);
        return values;
    }

    /** Ends the sign-up. */
    void refused(String error, String messageKey) {
        context.getEvent().error(error);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError(messageKey).createErrorPage(Response.Status.FORBIDDEN));
    }

    private static int minPasswordLength(RealmModel realm) {
        Integer length = realm.getPasswordPolicy().getPolicyConfig("length");
        return length == null ? 0 : length;
    }

    private static FormMessage message(FieldError error) {
        return new FormMessage(
                input(error.field()), error.messageKey(), error.params().toArray());
    }

    private static String input(String field) {
        if (field == null) {
            return null;
        }
        return switch (field) {
            case FieldError.PASSWORD -> PASSWORD_INPUT;
            case FieldError.PASSWORD_CONFIRMATION -> PASSWORD_CONFIRMATION_INPUT;
            default -> AttributesPage.input(field);
        };
    }
}
