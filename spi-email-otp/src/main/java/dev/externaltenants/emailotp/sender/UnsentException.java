package dev.externaltenants.emailotp.sender;

/** Nobody has taken a message. */
public final class UnsentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean worthARetry;
    private final boolean untried;

    private UnsentException(String reason, Throwable cause, boolean worthARetry, boolean untried) {
        super(reason, cause);
        this.worthARetry = worthARetry;
        this.untried = untried;
    }

    /** @param reason for the log: neither code nor address, and nothing that another system said of its own */
    public static UnsentException forGood(String reason, Throwable cause) {
        return new UnsentException(reason, cause, false, false);
    }

    /** The message may be sent once more: the cause may pass, and it has certainly not been taken. */
    public static UnsentException forNow(String reason, Throwable cause) {
        return new UnsentException(reason, cause, true, false);
    }

    /** It was not even tried, because others failed a moment ago; the log has told that already. */
    public static UnsentException untried(String reason) {
        return new UnsentException(reason, null, false, true);
    }

    public boolean worthARetry() {
        return worthARetry;
    }

    public boolean untried() {
        return untried;
    }
}
