package dev.externaltenants.emailotp.notice;

import java.util.Locale;

import dev.externaltenants.emailotp.AppName;
import dev.externaltenants.emailotp.MaskedEmail;
import dev.externaltenants.emailotp.OneTimePasscodeProvider;
import dev.externaltenants.emailotp.SecurityNotice;
import dev.externaltenants.emailotp.SecurityNotice.Change;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells the owner of an account by mail what was changed; of a change that is rolled back no mail leaves. */
public final class SecurityNotices {

    private final KeycloakSession session;
    private final RealmModel realm;

    public SecurityNotices(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Tells the address that an account had before its customer changed it.
     *
     * @param app where that was done
     */
    public void addressChanged(UserModel user, String before, ClientModel app) {
        String masked = MaskedEmail.of(user.getEmail());
        send(before, session.getContext().resolveLocale(user), app, Change.EMAIL_CHANGED, masked);
    }

    /** Tells the address that an account had before an administrator changed it. */
    public void addressChanged(UserModel user, String before) {
        String masked = MaskedEmail.of(user.getEmail());
        send(before, languageOf(user), null, Change.EMAIL_CHANGED, masked);
    }

    void passwordGiven(UserModel user) {
        if (isReached(user)) {
            send(user.getEmail(), languageOf(user), null, Change.PASSWORD_GIVEN, "");
        }
    }

    /**
     * Tells what a customer has changed.
     *
     * @param means Keycloak's type of it
     * @param app where that was done, or null
     */
    void changed(UserModel user, Change change, String means, ClientModel app) {
        if (isReached(user)) {
            send(user.getEmail(), session.getContext().resolveLocale(user), app, change, means);
        }
    }

    /** A mailbox that nobody has proven may be a stranger's. */
    private static boolean isReached(UserModel user) {
        return user.getEmail() != null && user.isEmailVerified();
    }

    /** Of the account: the language of the request is the administrator's. */
    private Locale languageOf(UserModel user) {
        String chosen = user.getFirstAttribute(UserModel.LOCALE);
        boolean spoken = realm.getSupportedLocalesStream().anyMatch(tag -> tag.equals(chosen));
        String tag = spoken ? chosen : realm.getDefaultLocale();
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }

    private void send(String address, Locale language, ClientModel app, Change change, String detail) {
        String place = app == null ? AppName.of(realm) : AppName.of(app);
        String clientId = app == null ? null : app.getClientId();
        OneTimePasscodeProvider.of(session)
                .send(new SecurityNotice(realm.getId(), address, language, place, clientId, change, detail));
    }
}
