package dev.externaltenants.samples.shop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.oauth2.sdk.id.State;

/** Who is signed in and who is on the way, by the random value of the browser's cookie. Kept in memory, bounded. */
final class Sessions {

    private static final int MOST = 1_000;

    private final Map<State, PendingSignIn> pending = bounded();
    private final Map<String, Customer> customers = bounded();

    PendingSignIn begin(Optional<String> browser) {
        PendingSignIn begun = PendingSignIn.begunBy(browser.orElseGet(Sessions::randomId));
        pending.put(begun.state(), begun);
        return begun;
    }

    /** The sign-in that this browser began with that state; each is found once. */
    Optional<PendingSignIn> finish(State state, Optional<String> browser) {
        return Optional.ofNullable(pending.remove(state))
                .filter(begun -> browser.filter(begun.browser()::equals).isPresent());
    }

    /** A new cookie value, so that one planted before sign-in is worth nothing after it. */
    String signIn(Customer customer) {
        String browser = randomId();
        customers.put(browser, customer);
        return browser;
    }

    Optional<Customer> customer(Optional<String> browser) {
        return browser.map(customers::get);
    }

    Optional<Customer> signOut(Optional<String> browser) {
        return browser.map(customers::remove);
    }

    List<Customer> signedIn() {
        synchronized (customers) {
            return List.copyOf(customers.values());
        }
    }

    private static String randomId() {
        return new State().getValue();
    }

    private static <K, V> Map<K, V> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<K, V>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        });
    }
}
