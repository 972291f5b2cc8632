package dev.externaltenants.tenant.admin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.externaltenants.userflow.TenantException;

/** Lets only so much work in at once; more waits a while and is then told to come again. */
final class Room {

    private final Semaphore places;
    private final Duration patience;

    Room(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    /** @throws TenantException {@code xt_busy} when no place comes free in time */
    <T> T inside(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TenantException.busy("xt_busy", "Too many tenants are being set up. Try again a little later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops", e);
        }
    }
}
