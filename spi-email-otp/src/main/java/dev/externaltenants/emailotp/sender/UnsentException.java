package dev.externaltenants.emailotp.sender;

import java.time.Duration;

/** Nobody is known to have taken a message. */
public final class UnsentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean worthARetry;
    private final boolean untried;
    private final boolean perhapsTaken;
    private final Duration heldFor;

    private UnsentException(
            String reason,
            Throwable cause,
            boolean worthARetry,
            boolean untried,
            boolean perhapsTaken,
            Duration heldFor) {
        super(reason, cause);
        this.worthARetry = worthARetry;
        this.untried = untried;
        this.perhapsTaken = perhapsTaken;
        this.heldFor = heldFor;
    }

    /** @param reason for the log: neither code nor address, and nothing that another system said of its own */
    public static UnsentException forGood(String reason, Throwable cause) {
        return new UnsentException(reason, cause, false, false, false, Duration.ZERO);
    }

    /** The message may be sent once more: the cause may pass, and it has certainly not been taken. */
    public static UnsentException forNow(String reason, Throwable cause) {
        return new UnsentException(reason, cause, true, false, false, Duration.ZERO);
    }

    /** It was not even tried, because others failed a moment ago; the log has told that already. */
    public static UnsentException untried(String reason) {
        return new UnsentException(reason, null, false, true, false, Duration.ZERO);
    }

    /**
     * Returns the same of a message that somebody got beside, who may have taken it: it is not sent again, and what it cost
     * stays paid, else each failure would buy another message to the same address.
     */
    public UnsentException afterSomebodyHeard() {
        return new UnsentException(getMessage(), getCause(), false, untried, true, heldFor);
    }

    /**
     * Returns the same to be told after a while only, so that how soon it failed says nothing; it is not sent again, since
     * a second try would be told later still.
     *
     * @param wait from now on; none where it is negative
     */
    public UnsentException toldIn(Duration wait) {
        Duration held = wait.isNegative() ? Duration.ZERO : wait;
        return new UnsentException(getMessage(), getCause(), false, untried, perhapsTaken, held);
    }

    public boolean worthARetry() {
        return worthARetry;
    }

    public boolean untried() {
        return untried;
    }

    /** Returns whether somebody may have taken the message after all. */
    public boolean perhapsTaken() {
        return perhapsTaken;
    }

    /** Returns how long the customer is not told yet. */
    public Duration heldFor() {
        return heldFor;
    }
}
