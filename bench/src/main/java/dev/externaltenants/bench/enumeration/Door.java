package dev.externaltenants.bench.enumeration;

import java.util.List;

import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.load.Browser;
import dev.externaltenants.bench.load.Enquiry;

/** Where somebody may try to find out whether an address has an account. */
enum Door {
    SIGN_UP("sign-up", Enquiry::signUp),
    WRONG_PASSWORD("sign-in, wrong password", Enquiry::wrongPassword),
    SIGN_IN_CODE("sign-in by code", Enquiry::code),
    WRONG_CODE("sign-in, wrong code", Enquiry::wrongCode),
    RESET("password reset", Enquiry::reset),
    WRONG_CODE_OF_RESET("password reset, wrong code", Enquiry::wrongCodeOfReset);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference, which holds nothing
    private final Asking asking;

    Door(String title, Asking asking) {
        this.title = title;
        this.asking = asking;
    }

    String title() {
        return title;
    }

    /** Returns the number of the door's first account: each has customers of its own, whom the server has not read before. */
    int first(int accounts) {
        return accounts * List.of(values()).indexOf(this);
    }

    /** Goes there, and returns the post whose answer is timed. */
    Runnable ask(Browser browser, App app, String email) {
        return asking.of(browser, app, email);
    }

    @FunctionalInterface
    private interface Asking {
        Runnable of(Browser browser, App app, String email);
    }
}
