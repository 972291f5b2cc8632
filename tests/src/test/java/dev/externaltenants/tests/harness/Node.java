package dev.externaltenants.tests.harness;

import java.util.Map;

/** One of the two of a {@link Cluster}. */
public enum Node {
    A,
    B;

    /** Overrules for one request where the cluster sends it. */
    static final String HEADER = "Xt-Node";

    public Node other() {
        return this == A ? B : A;
    }

    /** Returns what a browser sends to be answered by this node. */
    public Map<String, String> header() {
        return Map.of(HEADER, name());
    }
}
