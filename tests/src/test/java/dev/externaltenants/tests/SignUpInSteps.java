package dev.externaltenants.tests;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.servers.Answer;

/** A sign-up that can be interrupted after each step. */
final class SignUpInSteps {

    private final Journey journey;
    private final String email;
    private final MailServer mail;
    private final Queue<SignUpStep> left = new ArrayDeque<>(List.of(SignUpStep.values()));
    private FormPage page;
    private String code;
    private URI returned;
    private SignIn.Tokens tokens;

    SignUpInSteps(Journey journey, String email, MailServer mail) {
        this.journey = journey;
        this.email = email;
        this.mail = mail;
    }

    /** Does all that is left up to this step. */
    void goUpTo(SignUpStep last) {
        while (!left.isEmpty() && left.peek().compareTo(last) <= 0) {
            take(left.remove());
        }
    }

    void goOnToTheEnd() {
        goUpTo(SignUpStep.REDEEM_CODE);
    }

    SignIn.Tokens tokens() {
        return tokens;
    }

    Answer refresh() {
        return journey.signIn().refresh(tokens.refreshToken());
    }

    private void take(SignUpStep step) {
        switch (step) {
            case OPEN_SIGN_IN -> page = journey.signInPage();
            case OPEN_SIGN_UP ->
                page = journey.browser().open(page.signUpLink()).asking("email");
            case GIVE_ADDRESS -> {
                page = journey.browser().submit(page, Map.of("email", email)).asking("code");
                // Only then has the mail left the node.
                code = mail.codeFor(email);
            }
            case TYPE_CODE -> page = journey.typeCode(page, code).asking("password-confirm");
            case GIVE_ATTRIBUTES ->
                returned = journey.collect(page, Map.of("givenName", "Kim")).returned();
            case REDEEM_CODE -> tokens = journey.signIn().redeem(returned);
        }
    }
}
