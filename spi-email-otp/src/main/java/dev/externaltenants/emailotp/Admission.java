package dev.externaltenants.emailotp;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Decides whether the code of a mail lets anybody in.
 *
 * <p>It is asked in the thread that sends the mail and not in the request, whose answer would else take longer for an address
 * that has an account. So it holds nothing of the request.
 */
@FunctionalInterface
public interface Admission {

    Admission ALWAYS = (session, realm) -> Answer.of(true);

    /** @param session of the sending thread, in a transaction */
    Answer decide(KeycloakSession session, RealmModel realm);

    /**
     * @param admitting whether there is a code in the mail. If not, all is done alike, but the mail tells who reads it that
     *     there is no signing in with one, so that nothing but the mailbox tells which accounts exist
     * @param ways by which the account signs in, for a mail without a code
     */
    record Answer(boolean admitting, SignInWays ways) {

        public static Answer of(boolean admitting) {
            return new Answer(admitting, SignInWays.NONE);
        }
    }
}
