package dev.externaltenants.emailotp;

import java.util.List;
import java.util.Map;

import org.keycloak.models.SingleUseObjectProvider;

/**
 * What a mail costs its address, account, source and tenant, and how it is paid back.
 *
 * <p>A mail is paid back once at most, whether its code was proven or it never left: the receipt is removed by one
 * winner only, so a slot that another mail has taken since is never freed twice.
 */
final class Postage {

    private static final String RECEIPT = "xt.otp.postage.";
    private static final String SLOTS = "slots";
    /** Not in the alphabet of slot keys. */
    private static final String SEPARATOR = " ";

    private static final String COOL_DOWN = "coolDown";

    private final SingleUseObjectProvider store;

    Postage(SingleUseObjectProvider store) {
        this.store = store;
    }

    /**
     * What was taken for one mail.
     *
     * @param slotKeys the slots of all budgets
     * @param coolDownKey the lock of the address's pause
     */
    record Paid(List<String> slotKeys, String coolDownKey) {

        /** Of a mail that another one may follow at once. */
        static Paid withoutPause(List<String> slotKeys) {
            return new Paid(slotKeys, "xt.otp.free");
        }
    }

    /** Keeps the receipt, from commit on. */
    void keepReceipt(String mailId, Paid paid, int seconds) {
        Map<String, String> receipt =
                Map.of(SLOTS, String.join(SEPARATOR, paid.slotKeys()), COOL_DOWN, paid.coolDownKey());
        store.put(RECEIPT + mailId, seconds, receipt);
    }

    /** Pays back a mail that proved its worth or never left. */
    void payBack(String mailId) {
        Map<String, String> receipt = store.remove(RECEIPT + mailId);
        if (receipt != null) {
            List.of(receipt.get(SLOTS).split(SEPARATOR)).forEach(store::remove);
            CoolDown.endFor(store, receipt.get(COOL_DOWN), mailId);
        }
    }

    /** Takes back what was paid for a mail that was not even accepted, so that there is no receipt. */
    void undo(Paid paid) {
        paid.slotKeys().forEach(store::remove);
        store.remove(paid.coolDownKey());
    }
}
