package dev.externaltenants.tenant.administrators;

import java.util.List;

/**
 * An administrator as our REST shows and takes it.
 *
 * @param id given by the server
 * @param email the address that the administrator signs in with
 * @param enabled false keeps the administrator from signing in
 * @param roles names of roles of {@code realm-management}
 */
public record Administrator(
        String id, String email, String givenName, String surname, Boolean enabled, List<String> roles) {

    public Administrator {
        email = email == null || email.isBlank() ? null : email.strip();
        givenName = givenName == null || givenName.isBlank() ? null : givenName.strip();
        surname = surname == null || surname.isBlank() ? null : surname.strip();
        enabled = enabled == null || enabled;
        roles = roles == null ? List.of() : List.copyOf(roles);
    }
}
