package dev.externaltenants.samples.web;

/** Where samples listen. On a machine only the loopback address will do; in a container nothing would be reached there. */
public final class BindAddress {

    private static final String LOOPBACK = "127.0.0.1";

    private BindAddress() {}

    public static String ofSamples() {
        return System.getenv().getOrDefault("XT_SAMPLES_BIND", LOOPBACK);
    }
}
