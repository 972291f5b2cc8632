package dev.externaltenants.claimsextension.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener;
import dev.externaltenants.claimsextension.listener.Shadows;

/**
 * A listener as the REST shows it.
 *
 * @param shadowedBy the user flows that have another extension asked in its place; absent if there is none
 */
record ListenerView(@JsonUnwrapped AuthenticationEventListener listener, List<ShadowingFlow> shadowedBy) {

    /** A user flow by id and name. */
    record ShadowingFlow(String id, String name) {}

    static ListenerView of(AuthenticationEventListener listener, Shadows shadows) {
        List<ShadowingFlow> flows = shadows.over(listener).stream()
                .map(flow -> new ShadowingFlow(flow.id(), flow.name()))
                .toList();
        return new ListenerView(listener, flows.isEmpty() ? null : flows);
    }
}
