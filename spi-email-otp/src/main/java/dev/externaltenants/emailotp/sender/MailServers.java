package dev.externaltenants.emailotp.sender;

import dev.externaltenants.compat.smtp.SmtpException;
import dev.externaltenants.userflow.circuit.Circuit;
import org.jboss.logging.Logger;

/**
 * Leaves mail servers alone that are down, so that mails to them fail at once: customers are told, may ask again, and no
 * thread waits.
 */
final class MailServers {

    private static final Logger LOG = Logger.getLogger(MailServers.class);

    private final Circuit circuit = new Circuit();

    /** @throws UnsentException when the server is left alone right now */
    void admit(MailServer server) throws UnsentException {
        if (!circuit.admits(server.id())) {
            throw UnsentException.untried("the mail server is left alone");
        }
    }

    void answered(MailServer server) {
        if (circuit.answered(server.id())) {
            LOG.infof("Mail server %s answers again", server.name());
        }
    }

    void judge(MailServer server, SmtpException failure) {
        if (!failure.tried()) {
            return;
        }
        if (!failure.serverDown()) {
            answered(server);
        } else if (circuit.failed(server.id())) {
            LOG.warnf(
                    "Mail server %s failed %d times in a row and is left alone for %d ms at a time: %s",
                    server.name(), Circuit.FAILURES_TO_OPEN, Circuit.OPEN_MILLISECONDS, failure.getMessage());
        }
    }

    long leftAlone() {
        return circuit.leftAlone();
    }
}
