package dev.externaltenants.emailotp;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * Has failed codes booked behind the answer, in the order in which they were typed. A request does the same for every
 * address, so its time does not tell which of them have an account.
 */
final class FailureWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FailureWorker.class);

    private final ExecutorService thread;
    private final FailureBook book;

    FailureWorker(ExecutorService thread, FailureBook book) {
        this.thread = thread;
        this.book = book;
    }

    /** Books it once the request is over. */
    void bookAfter(KeycloakSession request, FailedCode failed) {
        URI origin = request.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        request.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                book(failed, origin);
            }

            /** The code was compared, whatever became of the request. */
            @Override
            protected void rollbackImpl() {
                book(failed, origin);
            }
        });
    }

    void book(FailedCode failed, URI origin) {
        try {
            thread.execute(() -> write(failed, origin));
        } catch (RejectedExecutionException full) {
            // Rather a flood of guesses whose answers take longer than one that nobody counts.
            write(failed, origin);
        }
    }

    private void write(FailedCode failed, URI origin) {
        try {
            book.write(failed, origin);
        } catch (RuntimeException e) {
            // The limits of codes have counted it in the request, at once.
            LOG.warnf(
                    "A failed code (%s) of realm %s could not be booked for its account: %s",
                    failed.error(), failed.event().getRealmName(), RootCause.kind(e));
        }
    }

    @Override
    public void close() {
        MailThreads.finish(thread);
    }
}
