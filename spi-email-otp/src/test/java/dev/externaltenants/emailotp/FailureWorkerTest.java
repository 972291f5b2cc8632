package dev.externaltenants.emailotp;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

import static org.assertj.core.api.Assertions.assertThat;

class FailureWorkerTest {

    private static final URI ORIGIN = URI.create("https://id.example.com/");

    /** As many as may wait, with one to spare. */
    private static final int TOO_MANY = 1_002;

    /** What was booked, and in which thread. */
    private final BlockingQueue<String> booked = new LinkedBlockingQueue<>();

    private FailureWorker worker = worker((failed, origin) -> booked.add(failed.error() + " " + thread()));

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void booksInAnotherThreadAndInTheOrderOfTheGuesses() {
        worker.book(failed("first"), ORIGIN);
        worker.book(failed("second"), ORIGIN);

        worker.close();

        assertThat(booked).containsExactly("first xt-otp-failure-1", "second xt-otp-failure-1");
    }

    @Test
    void booksOnlyWhenTheRequestIsOver() throws InterruptedException {
        BlockingQueue<KeycloakTransaction> ends = new LinkedBlockingQueue<>();

        worker.bookAfter(request(ends), failed("guess"));
        KeycloakTransaction end = ends.remove();
        end.begin();
        boolean before = booked.isEmpty();
        end.commit();

        assertThat(before).isTrue();
        assertThat(booked.poll(10, TimeUnit.SECONDS)).startsWith("guess");
    }

    @Test
    void booksAGuessOfARequestThatIsRolledBack() throws InterruptedException {
        BlockingQueue<KeycloakTransaction> ends = new LinkedBlockingQueue<>();

        worker.bookAfter(request(ends), failed("guess"));
        KeycloakTransaction end = ends.remove();
        end.begin();
        end.rollback();

        assertThat(booked.poll(10, TimeUnit.SECONDS)).startsWith("guess");
    }

    @Test
    void booksInTheRequestRatherThanNotAtAllWhenTooManyWait() {
        stop();
        CountDownLatch stuck = new CountDownLatch(1);
        worker = worker((failed, origin) -> {
            if (thread().startsWith("xt-otp-failure")) {
                await(stuck);
            }
            booked.add(thread());
        });
        for (int i = 0; i < TOO_MANY; i++) {
            worker.book(failed("guess"), ORIGIN);
        }

        assertThat(booked).containsExactly(thread());
        stuck.countDown();
        worker.close();
        assertThat(booked).hasSize(TOO_MANY);
    }

    @Test
    void booksInTheRequestWhenItIsStopped() {
        worker.close();

        worker.book(failed("guess"), ORIGIN);

        assertThat(booked).containsExactly("guess " + thread());
    }

    @Test
    void goesOnWhenOneCannotBeBooked() {
        stop();
        worker = worker((failed, origin) -> {
            if (failed.error().equals("broken")) {
                throw new IllegalStateException("no database");
            }
            booked.add(failed.error());
        });
        worker.book(failed("broken"), ORIGIN);
        worker.book(failed("guess"), ORIGIN);

        worker.close();

        assertThat(booked).containsExactly("guess");
    }

    @Test
    void printsNoAddress() {
        assertThat(failed("expired_code")).hasToString("FailedCode[expired_code]");
    }

    private static FailureWorker worker(FailureBook book) {
        return new FailureWorker(MailThreads.forFailures(), book);
    }

    private static FailedCode failed(String error) {
        return new FailedCode(new Event(), error, true, (session, realm) -> Optional.empty());
    }

    private static KeycloakSession request(BlockingQueue<KeycloakTransaction> ends) {
        KeycloakSession hostnames = Fake.of(KeycloakSession.class)
                .returning(
                        "getProvider",
                        Fake.of(HostnameProvider.class)
                                .returning("getBaseUri", ORIGIN)
                                .make())
                .make();
        return Fake.of(KeycloakSession.class)
                .returning(
                        "getContext",
                        Fake.of(KeycloakContext.class)
                                .returning("getUri", new KeycloakUriInfo(hostnames, UrlType.FRONTEND, null))
                                .make())
                .returning(
                        "getTransactionManager",
                        Fake.of(KeycloakTransactionManager.class)
                                .noting(
                                        "enlistAfterCompletion",
                                        end -> ends.addAll(List.of((KeycloakTransaction) end[0])))
                                .make())
                .make();
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
