package dev.externaltenants.tenant.customers;

import java.util.Map;

import dev.externaltenants.tenant.accounts.Invitation;
import dev.externaltenants.userflow.TenantException;

/**
 * A customer to create, and how the first sign-in shall go: with a password of the administrator or of the server, by an
 * invitation, or by codes.
 *
 * @param passwordless true for a customer who signs in by codes sent to the address
 * @param password null to have one generated, unless there is an invitation or the customer signs in by codes
 * @param forceChangePasswordNextSignIn true when absent
 * @param invitation null for none
 */
public record NewCustomer(
        String email,
        String username,
        Boolean enabled,
        String language,
        Map<String, AttributeValue> attributes,
        Boolean passwordless,
        String password,
        Boolean forceChangePasswordNextSignIn,
        Invitation invitation) {

    public NewCustomer {
        passwordless = passwordless != null && passwordless;
        forceChangePasswordNextSignIn = forceChangePasswordNextSignIn == null || forceChangePasswordNextSignIn;
    }

    /** @throws TenantException {@code xt_customer_sign_in_invalid} when it says more than one way to sign in */
    void check() {
        boolean byCode = passwordless && email == null;
        int ways = (passwordless ? 1 : 0) + (password == null ? 0 : 1) + (invitation == null ? 0 : 1);
        if (byCode || ways > 1) {
            throw TenantException.invalid(
                    "xt_customer_sign_in_invalid",
                    byCode || passwordless ? "passwordless" : "invitation",
                    "One of a password, an invitation, or codes, for which there must be an address.");
        }
    }

    Customer customer() {
        return new Customer(null, email, username, null, enabled, language, attributes, null, null);
    }
}
