package dev.externaltenants.tenant.apps;

import java.util.stream.Stream;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserSessionModel;

/** The claim {@code groups}: ids, which stay when a group is renamed, and tell nothing to whom they mean nothing. */
public final class GroupIdsMapper extends ListClaimMapper {

    static final String ID = "xt-group-ids";

    public GroupIdsMapper() {
        super("groups");
    }

    @Override
    Stream<String> values(UserSessionModel userSession, ClientSessionContext clientSession) {
        return userSession.getUser().getGroupsStream().map(GroupModel::getId);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Group ids";
    }

    @Override
    public String getHelpText() {
        return "Adds the ids of the groups that the user is a member of as the claim groups.";
    }
}
