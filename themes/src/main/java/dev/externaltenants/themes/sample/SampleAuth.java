package dev.externaltenants.themes.sample;

import java.util.List;
import java.util.Map;

/** What a page knows of the sign-in that it is part of, by the names of Keycloak's AuthenticationContextBean. */
public final class SampleAuth {

    static final SampleAuth NOBODY = new SampleAuth(null, List.of());

    private final String email;
    private final List<Map<String, Object>> selections;
    private final boolean choosing;

    /**
     * @param email of who is signing in, or null where the page does not say it
     * @param selections ways to go on that the customer can choose from
     */
    public SampleAuth(String email, List<Map<String, Object>> selections) {
        this(email, selections, false);
    }

    private SampleAuth(String email, List<Map<String, Object>> selections, boolean choosing) {
        this.email = email;
        this.selections = List.copyOf(selections);
        this.choosing = choosing;
    }

    /** Returns what the page knows that offers the choice, which has no way to itself. */
    static SampleAuth choosing(String email, List<Map<String, Object>> selections) {
        return new SampleAuth(email, selections, true);
    }

    public boolean showUsername() {
        return email != null;
    }

    public boolean showResetCredentials() {
        return false;
    }

    public boolean showTryAnotherWayLink() {
        return selections.size() > 1 && !choosing;
    }

    public String getAttemptedUsername() {
        return email == null ? "" : email;
    }

    public List<Map<String, Object>> getAuthenticationSelections() {
        return selections;
    }
}
