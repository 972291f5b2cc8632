package dev.externaltenants.emailotp.sender;

/** What a mail says. */
public record RenderedMail(String subject, String text, String html) {

    /** Nothing of it: any part may hold the code. */
    @Override
    public String toString() {
        return "RenderedMail";
    }
}
