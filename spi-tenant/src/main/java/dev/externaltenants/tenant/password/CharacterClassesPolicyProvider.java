package dev.externaltenants.tenant.password;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyConfigException;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Asks for characters of so many of the four classes. */
final class CharacterClassesPolicyProvider implements PasswordPolicyProvider {

    static final int DEFAULT = 3;

    private final KeycloakSession session;

    CharacterClassesPolicyProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        Integer wanted = realm.getPasswordPolicy().getPolicyConfig(CharacterClassesPolicyProviderFactory.ID);
        return check(password, wanted == null ? DEFAULT : wanted);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return validate(session.getContext().getRealm(), null, password);
    }

    static PolicyError check(String password, int wanted) {
        if (CharacterClasses.hasOthers(password)) {
            return new PolicyError("xtPasswordOtherCharacters");
        }
        return CharacterClasses.count(password) < wanted ? new PolicyError("xtPasswordCharacterClasses", wanted) : null;
    }

    @Override
    public Object parseConfig(String value) {
        int wanted = parseInteger(value, DEFAULT);
        if (wanted < 1 || wanted > CharacterClasses.values().length) {
            throw new PasswordPolicyConfigException("There are 1 to 4 classes of characters");
        }
        return wanted;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
