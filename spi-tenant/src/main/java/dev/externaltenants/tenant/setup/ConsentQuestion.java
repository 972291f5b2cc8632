package dev.externaltenants.tenant.setup;

import dev.externaltenants.customattributes.collection.ConsentActionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The realm's required action that asks for consents at the end of a sign-in. */
final class ConsentQuestion {

    /** After Keycloak's own, whose priorities end at 1000. */
    private static final int PRIORITY = 1100;

    private ConsentQuestion() {}

    /** Switches it on, also where an operator switched it off: tokens would be refused without it. */
    static void ensure(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ConsentActionFactory.ID);
        if (action == null) {
            action = new RequiredActionProviderModel();
            action.setAlias(ConsentActionFactory.ID);
            action.setProviderId(ConsentActionFactory.ID);
            action.setName("Consent");
            action.setEnabled(true);
            action.setPriority(PRIORITY);
            realm.addRequiredActionProvider(action);
        } else if (!action.isEnabled()) {
            action.setEnabled(true);
            realm.updateRequiredActionProvider(action);
        }
    }

    static void remove(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ConsentActionFactory.ID);
        if (action != null) {
            realm.removeRequiredActionProvider(action);
        }
    }
}
