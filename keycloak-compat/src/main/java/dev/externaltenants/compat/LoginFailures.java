package dev.externaltenants.compat;

import org.keycloak.models.UserModel;

/**
 * Keycloak's brute-force protection as our steps use it.
 *
 * <p>Keycloak drops failures of any authenticator category but password, otp and recovery codes, so a step of ours that
 * relied on its category alone would never be counted; our steps book their failures here themselves.
 */
public interface LoginFailures {

    /** Returns whether the user is locked out now, for a time or for good. */
    boolean isLockedOut(UserModel user);

    /** Books a wrong first factor, as a wrong password is. */
    void firstFactorFailed(UserModel user);

    /** Clears what wrong first factors had counted up. */
    void firstFactorSucceeded(UserModel user);

    /** Books a wrong second factor: it shows in attack detection and counts towards a lock-out. */
    void secondFactorFailed(UserModel user);

    /** Clears what wrong second factors had counted up. */
    void secondFactorSucceeded(UserModel user);
}
