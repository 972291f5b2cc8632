package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** Collects what a user flow asks of a new customer, and creates the account. It works in the session's realm. */
public interface SignUpProvider extends Provider {

    static SignUpProvider of(KeycloakSession session) {
        return session.getProvider(SignUpProvider.class);
    }

    /**
     * Returns the fields of the sign-up page, in page order.
     *
     * @throws TenantException {@code xt_attribute_unknown} when the catalogue lost an attribute that the flow collects: to
     *     go on without it could lose a consent
     */
    List<SignUpField> fields(RealmModel realm, UserFlow flow);

    /** Returns whether the applicant's proven address has an account already. */
    boolean hasAccount(RealmModel realm, Applicant applicant);

    /**
     * Begins a sign-up: says what its page shows, with what an identity provider and the hooks fill in.
     *
     * @throws TenantException as {@link #fields}
     */
    CollectionPage begin(RealmModel realm, UserFlow flow, Applicant applicant);

    /**
     * Checks all that was submitted, and creates the account only when all of it is good. Values of fields that the flow
     * does not ask for, or that the customer cannot answer, are ignored. Any other result than {@link
     * SignUpResult.Created} leaves no trace of an account; it may have marked the transaction to roll back.
     *
     * @throws TenantException as {@link #fields}
     */
    SignUpResult signUp(RealmModel realm, UserFlow flow, SignUpRequest request);

    /**
     * Returns the page for a request that was refused: what the customer answered, and what all other fields have.
     *
     * @throws TenantException as {@link #fields}
     */
    CollectionPage.Show again(RealmModel realm, UserFlow flow, SignUpRequest request);

    /**
     * Gives the account the default values of what the flow requires, the customer cannot answer, and the account lacks.
     *
     * @throws TenantException as {@link #fields}
     */
    void fillIn(RealmModel realm, UserFlow flow, UserModel user);

    /**
     * Returns the fields that the flow requires, the customer can answer, and the account lacks, in page order.
     *
     * @throws TenantException as {@link #fields}
     */
    List<SignUpField> missing(RealmModel realm, UserFlow flow, UserModel user);

    /**
     * Stores what was missing, all of it or nothing. What the account has already is never changed.
     *
     * @return what is wrong with the values; empty when they are stored
     * @throws TenantException as {@link #fields}
     */
    List<FieldError> complete(RealmModel realm, UserFlow flow, UserModel user, Map<String, List<String>> values);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
