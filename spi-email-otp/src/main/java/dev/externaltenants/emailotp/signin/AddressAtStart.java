package dev.externaltenants.emailotp.signin;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The address that an account had when a change of it began. With another one since, the change is not what its owner wants
 * any more: it may be a thief's, begun before, whose session the owner kept.
 */
record AddressAtStart(AuthenticationSessionModel signIn, String note) {

    static AddressAtStart of(RequiredActionContext context) {
        return new AddressAtStart(
                context.getAuthenticationSession(),
                "xt.address-at-start." + CodeContext.of(context).place());
    }

    /** A reload of the page is no other start. */
    void keep(UserModel customer) {
        if (signIn.getAuthNote(note) == null) {
            signIn.setAuthNote(note, addressOf(customer));
        }
    }

    /** @param customer as stored now */
    boolean isOf(UserModel customer) {
        return addressOf(customer).equals(signIn.getAuthNote(note));
    }

    void forget() {
        signIn.removeAuthNote(note);
    }

    private static String addressOf(UserModel customer) {
        return customer.getEmail() == null ? "" : customer.getEmail();
    }
}
