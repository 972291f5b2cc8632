package dev.externaltenants.compat.smtp;

/** A mail that a person gets because of something that they, or somebody with their address, did. */
public record Letter(String address, String subject, String text, String html) {

    /** Never what it says, and not to whom: both are secrets in a log. */
    @Override
    public String toString() {
        return "Letter";
    }
}
