package dev.externaltenants.claimsextension.listener;

import java.util.List;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where listeners stay silent: what a user flow names at an event goes first at its apps, whatever a listener's priority. */
public final class Shadows {

    private final RealmModel realm;
    private final List<UserFlow> userFlows;

    public Shadows(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.userFlows = UserFlowProvider.of(session).list(realm).toList();
    }

    /** Returns the user flows to whose apps the listener applies, and at which it is not asked, by name. */
    public List<UserFlow> over(AuthenticationEventListener listener) {
        return userFlows.stream()
                .filter(flow -> flow.extensions().at(listener.event()) != null)
                .filter(flow -> reaches(listener.conditions(), flow))
                .toList();
    }

    private boolean reaches(Conditions conditions, UserFlow flow) {
        return conditions.includeAllApplications()
                || conditions.userFlows().contains(flow.id())
                || conditions.includeApplications().stream().anyMatch(app -> isOf(flow, app.appId()));
    }

    private boolean isOf(UserFlow flow, String clientId) {
        ClientModel app = realm.getClientByClientId(clientId);
        return app != null && flow.id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE));
    }
}
