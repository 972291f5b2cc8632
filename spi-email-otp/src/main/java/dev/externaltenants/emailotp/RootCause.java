package dev.externaltenants.emailotp;

/** What lies at the bottom of a failure, as far as a log may tell. */
final class RootCause {

    private RootCause() {}

    /** Returns the class of the innermost cause, never its message, or that there is no mail server. */
    static String kind(Throwable failure) {
        if (failure instanceof NoMailServerException) {
            return failure.getMessage();
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
