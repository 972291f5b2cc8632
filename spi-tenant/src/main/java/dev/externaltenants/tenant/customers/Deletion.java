package dev.externaltenants.tenant.customers;

import java.time.Duration;
import java.util.Optional;

import dev.externaltenants.customattributes.CustomerMark;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * The mark of a deleted customer. It is an attribute of the user, so it travels with exports; a user whom an administrator
 * enables at Keycloak is deleted no more.
 */
record Deletion(long at, boolean wasEnabled) {

    /** How long a deleted customer may be restored. */
    static final Duration RESTORABLE = Duration.ofDays(30);

    private static final String DISABLED_BEFORE = " disabled";

    static Optional<Deletion> of(UserModel user) {
        String mark = user.getFirstAttribute(CustomerMark.DELETED);
        return mark == null || user.isEnabled() ? Optional.empty() : Optional.of(parse(mark));
    }

    static void mark(UserModel user) {
        user.setSingleAttribute(
                CustomerMark.DELETED, Time.currentTimeMillis() + (user.isEnabled() ? "" : DISABLED_BEFORE));
        user.setEnabled(false);
    }

    void undo(UserModel user) {
        user.removeAttribute(CustomerMark.DELETED);
        user.setEnabled(wasEnabled);
    }

    /** Marks that are smaller as text than this are of customers who cannot be restored any more. */
    static String limit() {
        return String.valueOf(Time.currentTimeMillis() - RESTORABLE.toMillis());
    }

    boolean isFinal() {
        return at < Time.currentTimeMillis() - RESTORABLE.toMillis();
    }

    private static Deletion parse(String mark) {
        String at = mark.endsWith(DISABLED_BEFORE) ? mark.substring(0, mark.length() - DISABLED_BEFORE.length()) : mark;
        try {
            return new Deletion(Long.parseLong(at), !mark.endsWith(DISABLED_BEFORE));
        } catch (NumberFormatException e) {
            // By a realm file that somebody edited: never so old that it would be purged.
            return new Deletion(Time.currentTimeMillis(), true);
        }
    }
}
