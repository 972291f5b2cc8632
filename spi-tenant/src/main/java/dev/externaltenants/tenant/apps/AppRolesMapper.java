package dev.externaltenants.tenant.apps;

import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserSessionModel;

/**
 * The claim {@code roles}: values of the app's own roles that the customer has, directly, through a group or a composite.
 *
 * <p>Keycloak's own mapper for client roles would show disabled ones as well.
 */
public final class AppRolesMapper extends ListClaimMapper {

    static final String ID = "xt-app-roles";

    public AppRolesMapper() {
        super("roles");
    }

    @Override
    Stream<String> values(UserSessionModel userSession, ClientSessionContext clientSession) {
        ClientModel app = clientSession.getClientSession().getClient();
        return clientSession
                .getRolesStream()
                .filter(role -> role.isClientRole() && app.getId().equals(role.getContainerId()))
                .filter(AppRole::isEnabled)
                .map(RoleModel::getName);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "App roles";
    }

    @Override
    public String getHelpText() {
        return "Adds the values of the app's enabled roles that the user has as the claim roles.";
    }
}
