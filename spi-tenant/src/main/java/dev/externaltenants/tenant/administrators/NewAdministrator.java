package dev.externaltenants.tenant.administrators;

import java.util.List;

import dev.externaltenants.userflow.TenantException;

/**
 * An administrator to create.
 *
 * @param password null to have one generated, unless an invitation is sent
 * @param invite true to send a mail with a link, behind which a password is chosen
 */
public record NewAdministrator(
        String email,
        String givenName,
        String surname,
        Boolean enabled,
        List<String> roles,
        String password,
        Boolean invite) {

    public NewAdministrator {
        invite = invite != null && invite;
    }

    /** @throws TenantException {@code xt_administrator_sign_in_invalid} */
    void check() {
        if (invite && password != null) {
            throw TenantException.invalid(
                    "xt_administrator_sign_in_invalid", "invite", "Either a password or an invitation.");
        }
    }

    Administrator administrator() {
        return new Administrator(null, email, givenName, surname, enabled, roles);
    }
}
