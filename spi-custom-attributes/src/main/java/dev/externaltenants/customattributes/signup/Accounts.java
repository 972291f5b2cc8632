package dev.externaltenants.customattributes.signup;

import dev.externaltenants.userflow.signup.AddressHolder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Says which addresses have an account. */
@FunctionalInterface
interface Accounts {

    boolean taken(RealmModel realm, Applicant applicant);

    /**
     * Looks in a transaction of its own, which gives its database connection back: the hooks that are asked next may wait for
     * somebody else. Customers of an identity provider have been looked up before, so that this request holds a connection
     * anyway; a second one beside it could be the one that the pool lacks.
     */
    static Accounts of(KeycloakSession session) {
        return (realm, applicant) -> applicant.federated().isPresent()
                ? taken(session, realm, applicant)
                : KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(),
                        session.getContext(),
                        reading -> taken(reading, reading.getContext().getRealm(), applicant),
                        "Sign-up");
    }

    private static boolean taken(KeycloakSession session, RealmModel realm, Applicant applicant) {
        return AddressHolder.of(session, realm, applicant.email()).taken();
    }
}
