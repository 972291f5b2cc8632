package dev.externaltenants.emailotp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Renders the mail with the realm's e-mail theme as Keycloak does, and hands it over instead of sending it. */
final class PasscodeTemplate extends FreeMarkerEmailTemplateProvider {

    private static final String TEMPLATE = "xt-code-email.ftl";
    private static final String SUBJECT = "xtCodeSubject";
    private static final String NO_CODE_TEMPLATE = "xt-no-code-email.ftl";
    private static final String NO_CODE_SUBJECT = "xtNoCodeSubject";

    private PasscodeMail mail;
    private ReadyMail ready;

    PasscodeTemplate(KeycloakSession session, RealmModel realm) {
        super(session);
        setRealm(realm);
    }

    ReadyMail render(PasscodeMail passcode) throws EmailException {
        mail = passcode;
        setUser(recipient());
        Map<String, Object> values = new HashMap<>();
        values.put("appName", mail.request().appName());
        if (mail.request().admitting()) {
            values.put("code", mail.code());
            values.put("minutes", mail.lifetime() / 60);
            values.put("purpose", mail.request().scope().purpose().name());
            send(SUBJECT, List.of(getRealmName()), TEMPLATE, values, mail.address());
        } else {
            send(NO_CODE_SUBJECT, List.of(getRealmName()), NO_CODE_TEMPLATE, values, mail.address());
        }
        return ready;
    }

    /** The same stand-in with and without an account: at sign-up there is none, and none may be looked up. */
    private UserModel recipient() {
        UserModel recipient = new InMemoryUserAdapter(session, realm, mail.challengeId());
        recipient.setUsername(mail.address());
        recipient.setEmail(mail.address());
        recipient.setSingleAttribute(UserModel.LOCALE, mail.request().locale().toLanguageTag());
        return recipient;
    }

    @Override
    protected void send(Map<String, String> config, String subject, String text, String html, String address) {
        ready = new ReadyMail(
                realm.getId(),
                realm.getName(),
                mail.challengeId(),
                address,
                subject,
                text,
                html,
                mail.lifetime(),
                mail.paid());
    }
}
