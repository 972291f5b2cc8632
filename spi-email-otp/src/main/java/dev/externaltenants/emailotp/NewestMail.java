package dev.externaltenants.emailotp;

import java.util.Map;

import org.keycloak.models.SingleUseObjectProvider;

/**
 * Which mail of a code is the last: a code that is sent again is in several, and what becomes of an earlier one is no
 * matter of the last. The first mail has the id of its challenge.
 */
final class NewestMail {

    private static final String KEY = "xt.otp.newest-mail.";
    private static final String MAIL = "mail";

    private final SingleUseObjectProvider store;

    NewestMail(SingleUseObjectProvider store) {
        this.store = store;
    }

    /** Notes a further mail, from commit on. */
    void is(String challengeId, String mailId, int seconds) {
        store.put(KEY + challengeId, seconds, Map.of(MAIL, mailId));
    }

    String of(String challengeId) {
        Map<String, String> entry = store.get(KEY + challengeId);
        return entry == null ? challengeId : entry.get(MAIL);
    }
}
