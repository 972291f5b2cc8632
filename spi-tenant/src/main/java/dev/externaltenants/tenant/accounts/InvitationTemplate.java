package dev.externaltenants.tenant.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.userflow.MailedApp;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** An invitation in our own words: Keycloak's mail for its action tokens asks to update an account. */
final class InvitationTemplate extends FreeMarkerEmailTemplateProvider {

    InvitationTemplate(KeycloakSession session, RealmModel realm, UserModel user) {
        super(session);
        setRealm(realm);
        setUser(user);
    }

    void send(PreparedInvitation invitation) throws EmailException {
        Map<String, Object> values = new HashMap<>();
        // In the language of who is invited, not of who invites.
        values.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
        MailedApp.say(values, invitation.clientId());
        addLinkInfoIntoAttributes(invitation.link(), invitation.minutes(), values);
        send("xtInvitationSubject", List.of(getRealmName()), "xt-invitation-email.ftl", values);
    }
}
