package dev.externaltenants.emailotp;

import java.util.Map;

import org.keycloak.models.SingleUseObjectProvider;

/**
 * What a mail costs its address, and how it is paid back.
 *
 * <p>A mail is paid back once at most, whether its code was proven or it never left: the receipt is removed by one
 * winner only, so a slot that another mail has taken since is never freed twice.
 */
final class Postage {

    private static final String RECEIPT = "xt.otp.postage.";
    private static final String SLOT = "slot";
    private static final String COOL_DOWN = "coolDown";

    private final SingleUseObjectProvider store;

    Postage(SingleUseObjectProvider store) {
        this.store = store;
    }

    /**
     * What was taken for one mail.
     *
     * @param slotKey the slot of the address's budget
     * @param coolDownKey the lock of the address's pause
     */
    record Paid(String slotKey, String coolDownKey) {}

    /** Keeps the receipt, from commit on. */
    void keepReceipt(String challengeId, Paid paid, int seconds) {
        store.put(RECEIPT + challengeId, seconds, Map.of(SLOT, paid.slotKey(), COOL_DOWN, paid.coolDownKey()));
    }

    /** Pays back a mail that proved its worth or never left. */
    void payBack(String challengeId) {
        Map<String, String> receipt = store.remove(RECEIPT + challengeId);
        if (receipt != null) {
            store.remove(receipt.get(SLOT));
            CoolDown.endFor(store, receipt.get(COOL_DOWN), challengeId);
        }
    }

    /** Takes back what was paid for a mail that was not even accepted, so that there is no receipt. */
    void undo(Paid paid) {
        store.remove(paid.slotKey());
        store.remove(paid.coolDownKey());
    }
}
