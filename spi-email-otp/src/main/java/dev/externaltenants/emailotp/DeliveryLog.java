package dev.externaltenants.emailotp;

import java.util.Map;

import dev.externaltenants.emailotp.PasscodeState.Delivery;
import org.keycloak.models.SingleUseObjectProvider;

/** What became of the mails, readable on every node. */
final class DeliveryLog {

    private static final String KEY = "xt.otp.delivery.";
    private static final String STATUS = "status";

    private final SingleUseObjectProvider store;

    DeliveryLog(SingleUseObjectProvider store) {
        this.store = store;
    }

    /** Writes the status, from commit on. */
    void record(String mailId, Delivery delivery, int seconds) {
        store.put(KEY + mailId, seconds, Map.of(STATUS, delivery.name()));
    }

    Delivery of(String mailId) {
        Map<String, String> entry = store.get(KEY + mailId);
        return entry == null ? Delivery.PENDING : Delivery.valueOf(entry.get(STATUS));
    }
}
