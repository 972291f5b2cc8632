package dev.externaltenants.tenant.accountpage;

import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.LocaleUtil;

/** The language of the pages: as chosen on this page, in this browser, or for the account. A look changes no account. */
final class PageLanguage {

    private final KeycloakSession session;
    private final RealmModel realm;

    PageLanguage(AccountRequest request) {
        this.session = request.session();
        this.realm = request.realm();
    }

    void choose(UserModel user) {
        LocaleUtil.processLocaleParam(session, realm, null);
        if (session.getAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, String.class) != null) {
            return;
        }
        String ofBrowser = session.getProvider(CookieProvider.class).get(CookieType.LOCALE);
        String wanted = ofBrowser == null && user != null ? user.getFirstAttribute(UserModel.LOCALE) : ofBrowser;
        if (wanted != null) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, wanted);
        }
    }
}
