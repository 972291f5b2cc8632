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

    /** Returns whether the address has an account already. Ask only for the one who proved to read it. */
    boolean hasAccount(RealmModel realm, ProvenAddress address);

    /**
     * Checks all that was submitted, and creates the account only when all of it is good. Values of fields that the flow
     * does not ask for are ignored. Any other result than {@link SignUpResult.Created} leaves no trace of an account; it may
     * have marked the transaction to roll back.
     *
     * @throws TenantException as {@link #fields}
     */
    SignUpResult signUp(RealmModel realm, UserFlow flow, SignUpRequest request);

    /** Signs up a customer of an identity provider, who needs no password here; else as {@link #signUp}. */
    SignUpResult signUpBrokered(RealmModel realm, UserFlow flow, SignUpRequest request);

    /**
     * Returns by attribute name what an identity provider's claims say of the flow's fields; a value that the field would
     * refuse is left out, as is any claim that no field asks for.
     *
     * @throws TenantException as {@link #fields}
     */
    Map<String, List<String>> fromClaims(RealmModel realm, UserFlow flow, Map<String, String> claims);

    /**
     * Returns the fields that the flow requires and the account lacks, in page order.
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
