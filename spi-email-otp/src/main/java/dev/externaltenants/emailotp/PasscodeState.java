package dev.externaltenants.emailotp;

/**
 * What a page can tell about a code.
 *
 * @param live whether a code can be typed
 * @param codeLength how many digits a code has
 * @param expiresAt when the code dies, in seconds since the epoch; 0 when it is not live
 * @param resendAt from when on another code can be asked for, in seconds since the epoch; 0 when at once
 */
public record PasscodeState(boolean live, int codeLength, long expiresAt, long resendAt, Delivery delivery) {

    /** What became of the mail. */
    public enum Delivery {
        /** It waits, is on its way, or there was none. */
        PENDING,
        /** The mail server took it. */
        SENT,
        /** It did not leave; another code can be asked for at once. */
        FAILED
    }
}
