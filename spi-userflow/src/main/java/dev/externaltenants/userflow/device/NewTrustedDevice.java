package dev.externaltenants.userflow.device;

/** @param secret for the browser alone */
public record NewTrustedDevice(String id, String secret) {

    /** A secret belongs in no log. */
    @Override
    public String toString() {
        return "NewTrustedDevice " + id;
    }
}
