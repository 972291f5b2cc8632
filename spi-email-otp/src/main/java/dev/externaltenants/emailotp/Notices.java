package dev.externaltenants.emailotp;

import java.util.List;
import java.util.OptionalInt;

import org.jboss.logging.Logger;

/**
 * Hands notices over for mailing, of each kind of change as many to an address in an hour as it gets codes: whoever changes a
 * password again and again floods no mailbox. The first of a kind always leaves, and what does not is in the log.
 */
final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);

    private final PasscodeMailer mailer;

    Notices(PasscodeMailer mailer) {
        this.mailer = mailer;
    }

    void post(SecurityNotice notice, Budget budget) {
        OptionalInt slot = budget.take();
        if (slot.isPresent()) {
            mailer.post(notice, Postage.Paid.withoutPause(List.of(budget.slotKey(slot.getAsInt()))));
        } else {
            LOG.warnf(
                    "Notice %s to %s left out: the address has got enough of these in an hour",
                    notice.change(), MaskedEmail.of(notice.address()));
        }
    }
}
