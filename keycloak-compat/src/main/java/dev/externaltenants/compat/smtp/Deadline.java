package dev.externaltenants.compat.smtp;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/**
 * Hangs up when a talk lasts too long. The timeouts of SMTP settings are for one read each, so a server that says a
 * byte now and then would hold its thread for ever.
 */
public final class Deadline implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Deadline.class);

    private final ScheduledFuture<?> alarm;
    private Socket socket;
    private boolean passed;

    public Deadline(ScheduledExecutorService clock, int seconds) {
        alarm = clock.schedule(this::pass, seconds, TimeUnit.SECONDS);
    }

    /** Minds the connection from now on. */
    synchronized Socket mind(Socket opened) {
        socket = opened;
        if (passed) {
            hangUp();
        }
        return opened;
    }

    synchronized boolean hasPassed() {
        return passed;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private synchronized void pass() {
        passed = true;
        hangUp();
    }

    private void hangUp() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debugf("A connection that lasted too long could not be closed: %s", e.getClass());
        }
    }
}
