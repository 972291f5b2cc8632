package dev.externaltenants.tests;

import java.util.Locale;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;

/** A place where a code is typed, the way there, and what is behind it. */
enum CodeDoor {
    SIGN_UP("sign-up") {
        @Override
        FlowSpec flow(String name) {
            return FlowSpec.named(name).asks("givenName");
        }

        @Override
        void register(Tenant tenant, String email) {
            // nobody: the address is what is proven
        }

        @Override
        FormPage reach(Journey journey, MailServer mail, String email) {
            return journey.browser().submit(journey.emailPage(), Map.of("email", email));
        }

        @Override
        boolean isOpen(FormPage answer) {
            return answer.asks("password-confirm");
        }
    },
    SIGN_IN("sign-in by code") {
        @Override
        FlowSpec flow(String name) {
            return FlowSpec.named(name).byCode();
        }

        @Override
        void register(Tenant tenant, String email) {
            tenant.existingCustomer(email);
        }

        @Override
        FormPage reach(Journey journey, MailServer mail, String email) {
            return journey.identified(email);
        }

        @Override
        boolean isOpen(FormPage answer) {
            return isSignedIn(answer);
        }
    },
    SECOND_FACTOR("second factor") {
        @Override
        FlowSpec flow(String name) {
            return FlowSpec.named(name).requiresMfa();
        }

        @Override
        FormPage reach(Journey journey, MailServer mail, String email) {
            return journey.passwordGiven(email, Journey.PASSWORD);
        }

        @Override
        boolean isOpen(FormPage answer) {
            return isSignedIn(answer);
        }
    },
    PASSWORD_RESET("password reset") {
        @Override
        FlowSpec flow(String name) {
            return FlowSpec.named(name).asks("givenName");
        }

        @Override
        FormPage reach(Journey journey, MailServer mail, String email) {
            ForgottenPassword forgotten = ForgottenPassword.of(journey, mail);
            return forgotten.give(forgotten.addressPage(email), email);
        }

        @Override
        boolean isOpen(FormPage answer) {
            return answer.asks("password-new");
        }
    };

    private final String title;

    CodeDoor(String title) {
        this.title = title;
    }

    abstract FlowSpec flow(String name);

    /** Makes an app whose customers come by this door. */
    RelyingParty app(Tenant tenant) {
        return app(tenant, name().toLowerCase(Locale.ROOT));
    }

    /** Makes one of this name, with a user flow of that name. */
    RelyingParty app(Tenant tenant, String name) {
        return tenant.app(name, tenant.userFlow(flow(name)));
    }

    /** Makes the account that the door is of. */
    void register(Tenant tenant, String email) {
        tenant.existingCustomer(email, Journey.PASSWORD);
    }

    /** Goes there, which sends a mail as long as that is allowed, and returns the page, whatever it is. */
    abstract FormPage reach(Journey journey, MailServer mail, String email);

    /** Returns whether the page is what only the right code leads to. */
    abstract boolean isOpen(FormPage answer);

    /** An app is sent an error by the same way. */
    private static boolean isSignedIn(FormPage answer) {
        return answer.leftFor() != null && answer.leftFor().getQuery().contains("&code=");
    }

    /** Whose account is looked up, and what failed told, only behind the answer. */
    boolean isBehindNoProof() {
        return this == SIGN_IN || this == PASSWORD_RESET;
    }

    boolean hasAccount() {
        return this != SIGN_UP;
    }

    @Override
    public String toString() {
        return title;
    }
}
