package dev.externaltenants.emailotp;

/** What lies at the bottom of a failure, as far as a log may tell. */
public final class RootCause {

    private RootCause() {}

    /** Returns the class of the innermost cause, never its message: mail servers and templates may quote the mail. */
    public static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
