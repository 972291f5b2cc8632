package dev.externaltenants.emailotp;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * The engine of one-time passcodes by e-mail: it decides who gets a code, and whether a typed code proves anything.
 *
 * <p>Every limit is counted across sessions and nodes, at once and not at commit, so parallel requests cannot slip
 * through. The code itself leaves the engine only in the mail.
 */
public interface OneTimePasscodeProvider extends Provider {

    static OneTimePasscodeProvider of(KeycloakSession session) {
        return session.getProvider(OneTimePasscodeProvider.class);
    }

    /**
     * Issues a code and has it mailed once the transaction has committed.
     *
     * <ul>
     *   <li>The earlier challenge of the request dies only when a new code is issued: the newest code is the only one.
     *   <li>A mail that cannot be delivered shows in {@link #state}, never as an exception.
     * </ul>
     */
    IssueResult issue(IssueRequest request);

    /** Says whether the typed code proves the challenge within this very scope. A proven code is worth nothing after. */
    VerifyResult verify(String challengeId, PasscodeScope scope, String typedCode);

    /** Says what a page can tell about the challenge; {@code challengeId} may be null when none was issued. */
    PasscodeState state(String challengeId, PasscodeScope scope);

    /**
     * Has a code booked that proved nothing, once the request is over: whose account it is for may be looked up only then.
     * Where it is known, who asked for the code books that.
     */
    void book(FailedCode failed);

    /**
     * Mails the notice once the transaction has committed, unless its address has got too many of its kind; that it fails or
     * is left out is told to operators only.
     */
    void send(SecurityNotice notice);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
