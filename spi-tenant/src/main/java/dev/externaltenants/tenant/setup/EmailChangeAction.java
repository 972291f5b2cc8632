package dev.externaltenants.tenant.setup;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** The realm's required action by which customers change their address: Keycloak's own, which is off in a new realm. */
final class EmailChangeAction {

    private static final String ALIAS = UserModel.RequiredAction.UPDATE_EMAIL.name();

    /** Where Keycloak has it. */
    private static final int PRIORITY = 70;

    private EmailChangeAction() {}

    /**
     * Switches it on, also where an operator switched it off: as long as it is on, no other page of Keycloak takes a new
     * address of a customer. What an operator may switch is the e-mail permission of Keycloak's user profile.
     */
    static void ensure(RealmModel realm) {
        if (find(realm) == null) {
            realm.addRequiredActionProvider(model());
        }
        if (!isEnabled(realm)) {
            setEnabled(realm, true);
        }
    }

    static boolean isEnabled(RealmModel realm) {
        RequiredActionProviderModel action = find(realm);
        return action != null && action.isEnabled();
    }

    static void setEnabled(RealmModel realm, boolean enabled) {
        RequiredActionProviderModel action = find(realm);
        if (action != null) {
            action.setEnabled(enabled);
            realm.updateRequiredActionProvider(action);
        }
    }

    private static RequiredActionProviderModel find(RealmModel realm) {
        return realm.getRequiredActionProviderByAlias(ALIAS);
    }

    private static RequiredActionProviderModel model() {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(ALIAS);
        action.setProviderId(ALIAS);
        action.setName("Update Email");
        action.setPriority(PRIORITY);
        return action;
    }
}
