package dev.externaltenants.tenant.accounts;

/**
 * A password that an administrator sets.
 *
 * @param password null to have one generated
 * @param forceChangePasswordNextSignIn true when absent
 */
public record TemporaryPassword(String password, Boolean forceChangePasswordNextSignIn) {

    public TemporaryPassword {
        forceChangePasswordNextSignIn = forceChangePasswordNextSignIn == null || forceChangePasswordNextSignIn;
    }
}
