package dev.externaltenants.userflow.proof;

import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The state of the account that a sign-in's proof was made against. A password set since, or an end of all that was open,
 * makes another state, and the proof is good no more: a page left open must not outlive them.
 *
 * <p>States are compared, not times: whoever read the old password proved the old state, however late the sign-in goes on.
 *
 * @param passwordSince milliseconds, 0 without a password
 * @param notBefore seconds; what an administrator ended last
 * @param mailbox the address by which an account without a password is opened, else empty
 */
public record SignInProof(String userId, long passwordSince, int notBefore, String mailbox) {

    private static final String NOTE = "xt.proof";
    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;

    /** Of an imported password whose age nobody knows. */
    private static final long UNKNOWN = 1;

    /** Between the moment that a session is given as its start and the one from which others see it. */
    private static final int SECONDS_UNSEEN = 5;

    /** Returns the proof that begins now; to be asked before anything is checked. */
    public static SignInProof beginning(KeycloakSession session, UserModel user) {
        long passwordSince = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(SignInProof::since)
                .orElse(0L);
        int notBefore = session.users().getNotBeforeOfUser(session.getContext().getRealm(), user);
        String mailbox = passwordSince == 0 && user.getEmail() != null ? user.getEmail() : "";
        return new SignInProof(user.getId(), passwordSince, notBefore, mailbox);
    }

    private static long since(CredentialModel password) {
        return password.getCreatedDate() == null ? UNKNOWN : password.getCreatedDate();
    }

    /** Notes it for this sign-in and the session that comes of it. */
    public void note(AuthenticationSessionModel signIn) {
        carry(signIn);
        signIn.setUserSessionNote(NOTE, value());
    }

    /** Notes it for this sign-in, to which a session brought it that was asked already. */
    public void carry(AuthenticationSessionModel signIn) {
        signIn.setAuthNote(NOTE, value());
    }

    /** Returns whether what this sign-in proved of its user has ended since. */
    public static boolean isEnded(KeycloakSession session, AuthenticationSessionModel signIn) {
        return of(signIn)
                .filter(proof -> !proof.equals(beginning(session, signIn.getAuthenticatedUser())))
                .isPresent();
    }

    /**
     * Returns whether what the session was made of has ended since, or even before it was made.
     *
     * <p>A customer who changes the password says whether other sessions end. So one that could be seen then is left alone.
     */
    public static boolean isEnded(KeycloakSession session, UserSessionModel userSession) {
        return read(userSession.getNote(NOTE), userSession.getUser())
                .filter(proof -> {
                    SignInProof now = beginning(session, userSession.getUser());
                    return proof.notBefore != now.notBefore
                            || (proof.passwordSince != now.passwordSince
                                    && userSession.getStarted() + SECONDS_UNSEEN >= now.passwordSince / 1000);
                })
                .isPresent();
    }

    static Optional<SignInProof> of(AuthenticationSessionModel signIn) {
        return read(signIn.getAuthNote(NOTE), signIn.getAuthenticatedUser());
    }

    /** Lets this sign-in go on by what its customer has just changed in it: the password or the address. */
    public static void renew(KeycloakSession session, AuthenticationSessionModel signIn) {
        SignInProof now = beginning(session, signIn.getAuthenticatedUser());
        of(signIn)
                .map(proof -> new SignInProof(proof.userId, now.passwordSince, proof.notBefore, now.mailbox))
                .ifPresent(proof -> proof.note(signIn));
    }

    private static Optional<SignInProof> read(String note, UserModel user) {
        return Optional.ofNullable(note)
                .map(value -> value.split(SEPARATOR, PARTS))
                .filter(parts -> parts.length >= PARTS - 1)
                .map(parts -> new SignInProof(
                        parts[0],
                        Long.parseLong(parts[1]),
                        Integer.parseInt(parts[2]),
                        // Earlier versions noted none; such a session may be months old.
                        parts.length == PARTS ? parts[3] : ""))
                .filter(proof -> user != null && proof.userId.equals(user.getId()));
    }

    private String value() {
        return String.join(SEPARATOR, userId, String.valueOf(passwordSince), String.valueOf(notBefore), mailbox);
    }
}
