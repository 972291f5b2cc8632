package dev.externaltenants.emailotp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.RenderedMail;
import dev.externaltenants.userflow.MailedApp;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.InMemoryUserAdapter;
import org.keycloak.urls.UrlType;

/** Writes the mail with the realm's e-mail theme as Keycloak does, and hands it over instead of sending it. */
final class PasscodeTemplate extends FreeMarkerEmailTemplateProvider {

    private static final String TEMPLATE = "xt-code-email.ftl";
    private static final String SUBJECT = "xtCodeSubject";
    private static final String SUBJECT_WITH_CODE = "xtCodeSubjectWithCode";
    private static final String NO_CODE_TEMPLATE = "xt-no-code-email.ftl";
    private static final String NO_CODE_SUBJECT = "xtNoCodeSubject";
    private static final String NO_RESET_TEMPLATE = "xt-no-reset-email.ftl";
    private static final String NO_RESET_SUBJECT = "xtNoResetSubject";
    private static final String NO_CHANGE_TEMPLATE = "xt-no-change-email.ftl";
    private static final String NO_CHANGE_SUBJECT = "xtNoChangeSubject";
    private static final String NOTICE_TEMPLATE = "xt-notice-email.ftl";

    private String id;
    private RenderedMail rendered;

    PasscodeTemplate(KeycloakSession session, RealmModel realm) {
        super(session);
        setRealm(realm);
    }

    PasscodeMessage write(PasscodeMail mail) throws EmailException {
        id = mail.mailId();
        IssueRequest request = mail.request();
        Purpose purpose = request.scope().purpose();
        Admission.Answer admission = request.admission().decide(session, realm);
        Map<String, Object> values = start(
                mail.address(),
                request.locale(),
                request.appName(),
                request.scope().clientId());
        if (admission.admitting()) {
            values.put("code", mail.code());
            values.put("minutes", mail.lifetime() / 60);
            values.put("purpose", purpose.name());
            BoundOrigin.host(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                    .ifPresent(host -> values.put("boundTo", host));
            if (mail.codeInSubject()) {
                send(SUBJECT_WITH_CODE, List.of(mail.code(), getRealmName()), TEMPLATE, values, mail.address());
            } else {
                send(SUBJECT, List.of(getRealmName()), TEMPLATE, values, mail.address());
            }
        } else if (purpose == Purpose.PASSWORD_RESET) {
            values.put("byCode", admission.ways().byCode());
            values.put("providers", admission.ways().providers());
            send(NO_RESET_SUBJECT, List.of(getRealmName()), NO_RESET_TEMPLATE, values, mail.address());
        } else if (purpose == Purpose.EMAIL_CHANGE) {
            send(NO_CHANGE_SUBJECT, List.of(getRealmName()), NO_CHANGE_TEMPLATE, values, mail.address());
        } else {
            send(NO_CODE_SUBJECT, List.of(getRealmName()), NO_CODE_TEMPLATE, values, mail.address());
        }
        return new PasscodeMessage(
                realm.getId(),
                realm.getName(),
                mail.address(),
                request.locale(),
                purpose,
                request.appName(),
                request.scope().clientId(),
                request.sourceAddress(),
                admission.admitting() ? mail.code() : null,
                mail.lifetime(),
                rendered);
    }

    PasscodeMessage write(SecurityNotice notice) throws EmailException {
        id = KeycloakModelUtils.generateId();
        Map<String, Object> values = start(notice.address(), notice.locale(), notice.appName(), notice.clientId());
        values.put("change", notice.change().name());
        values.put("detail", notice.detail());
        send(notice.change().subject(), List.of(getRealmName()), NOTICE_TEMPLATE, values, notice.address());
        return new PasscodeMessage(
                realm.getId(),
                realm.getName(),
                notice.address(),
                notice.locale(),
                null,
                notice.appName(),
                notice.clientId(),
                null,
                null,
                0,
                rendered);
    }

    private Map<String, Object> start(String address, Locale locale, String appName, String clientId) {
        setUser(recipient(address, locale));
        Map<String, Object> values = new HashMap<>();
        values.put("appName", appName);
        MailedApp.say(values, clientId);
        return values;
    }

    /** The same stand-in with and without an account: at sign-up there is none, and none may be looked up. */
    private UserModel recipient(String address, Locale locale) {
        UserModel recipient = new InMemoryUserAdapter(session, realm, id);
        recipient.setUsername(address);
        recipient.setEmail(address);
        recipient.setSingleAttribute(UserModel.LOCALE, locale.toLanguageTag());
        return recipient;
    }

    @Override
    protected void send(Map<String, String> config, String subject, String text, String html, String address) {
        rendered = new RenderedMail(subject, text, html);
    }
}
