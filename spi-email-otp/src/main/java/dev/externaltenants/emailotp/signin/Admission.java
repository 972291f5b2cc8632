package dev.externaltenants.emailotp.signin;

import dev.externaltenants.emailotp.SignInWays;

/** Says, when a mail is asked for, whether its code lets anybody in. */
interface Admission {

    Admission ALWAYS = () -> new Answer(true, SignInWays.NONE);

    Answer asked();

    /** @param ways what a mail without a code tells instead */
    record Answer(boolean admitting, SignInWays ways) {

        static Answer of(boolean admitting) {
            return new Answer(admitting, SignInWays.NONE);
        }
    }
}
