package dev.externaltenants.tenant.accountpage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.collection.AttributeForm;
import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.OwnAttributes;
import dev.externaltenants.emailotp.change.EmailChange;
import dev.externaltenants.userflow.username.Username;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** The page with what a customer says of themselves. The address is only shown: a new one is proven at the sign-in. */
final class PersonalData {

    private static final String TEMPLATE = "xt-account.ftl";
    private static final String LANGUAGE_FIELD = "language";

    private final AccountRequest request;
    private final PageView view;

    PersonalData(AccountRequest request, PageView view) {
        this.request = request;
        this.view = view;
    }

    Response show(Visitor visitor) {
        OwnAttributes own = own(visitor);
        return show(visitor, own, own.values(), List.of());
    }

    /** Returns the page again if something of it is refused; then nothing is changed. */
    Optional<Response> save(Visitor sender) {
        Visitor visitor = request.alone(sender);
        OwnAttributes own = own(visitor);
        UserModel user = visitor.user();
        Map<String, List<String>> answers = AttributeForm.answers(own.fields(), request.form());
        EventBuilder event = request.event(visitor, EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name());
        AtomicBoolean changed = new AtomicBoolean();
        AttributeChangeListener told = listener(user, event);
        AttributeChangeListener listener = (attribute, whose, before) -> {
            changed.set(true);
            told.onChange(attribute, whose, before);
        };
        List<FieldError> errors = own.change(answers, listener);
        if (!errors.isEmpty()) {
            return Optional.of(show(visitor, own, typed(own, answers), errors));
        }
        chosenLanguage(user).ifPresent(language -> speak(user, language, listener));
        if (changed.get()) {
            event.success();
        }
        return Optional.empty();
    }

    /** Returns the way to the action that changes the address, which asks for a proof that is not old. */
    Optional<Map<String, String>> toEmailChange(Visitor visitor) {
        return maySetEmail(visitor)
                ? Optional.of(Map.of(Constants.KC_ACTION, UserModel.RequiredAction.UPDATE_EMAIL.name()))
                : Optional.empty();
    }

    private boolean maySetEmail(Visitor visitor) {
        return visitor.mayChange() && new EmailChange(request.session(), request.realm()).isOpenTo(visitor.user());
    }

    private Response show(
            Visitor visitor, OwnAttributes own, Map<String, List<String>> values, List<FieldError> errors) {
        LoginFormsProvider form = view.form();
        Locale language = request.session().getContext().resolveLocale(null);
        Map<String, Object> model =
                new AttributeForm(request.realm(), form, language, own.fields()).model(values, errors);
        model.put("username", PageView.text(visitor.user().getFirstAttribute(Username.USER_ATTRIBUTE)));
        model.put("emailChange", maySetEmail(visitor));
        model.put("language", language(visitor, language));
        return view.page(TEMPLATE, visitor, form, model);
    }

    private OwnAttributes own(Visitor visitor) {
        return new OwnAttributes(request.session(), request.realm(), visitor.user(), visitor.mayChange());
    }

    /** What the customer answered stays in the form, also where it is wrong; what was left empty stays empty. */
    private static Map<String, List<String>> typed(OwnAttributes own, Map<String, List<String>> answers) {
        Map<String, List<String>> typed = new HashMap<>(own.values());
        own.fields().stream()
                .filter(field -> field.input().answeredByCustomer())
                .forEach(field -> typed.put(field.name(), answers.getOrDefault(field.name(), List.of())));
        return typed;
    }

    /** Returns the language of the account, or an empty text where there is none to choose. */
    private String language(Visitor visitor, Locale ofPage) {
        String chosen = visitor.user().getFirstAttribute(UserModel.LOCALE);
        return !visitor.mayChange() || tags().size() < 2
                ? ""
                : tags().contains(PageView.text(chosen)) ? chosen : ofPage.toLanguageTag();
    }

    private Optional<String> chosenLanguage(UserModel user) {
        String wanted = request.field(LANGUAGE_FIELD);
        return tags().contains(wanted) && !wanted.equals(user.getFirstAttribute(UserModel.LOCALE))
                ? Optional.of(wanted)
                : Optional.empty();
    }

    private List<String> tags() {
        return request.realm().isInternationalizationEnabled()
                ? request.realm().getSupportedLocalesStream().sorted().toList()
                : List.of();
    }

    private void speak(UserModel user, String language, AttributeChangeListener listener) {
        List<String> before = user.getAttributeStream(UserModel.LOCALE).toList();
        user.setSingleAttribute(UserModel.LOCALE, language);
        // Also here, where another language may have been chosen before.
        request.session().getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(language);
        listener.onChange(UserModel.LOCALE, user, before);
    }

    /** Writes the details of the event that Keycloak's own account REST writes. */
    private AttributeChangeListener listener(UserModel user, EventBuilder event) {
        return new EventAuditingAttributeChangeListener(
                request.session().getProvider(UserProfileProvider.class).create(UserProfileContext.ACCOUNT, user),
                event);
    }
}
