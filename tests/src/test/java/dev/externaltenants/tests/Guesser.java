package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;

/** Somebody at a code page who posts to it again and again, whatever the server says. */
final class Guesser {

    private final Journey journey;
    private URI action;

    Guesser(Journey journey, FormPage codePage) {
        this.journey = journey;
        this.action = codePage.action();
    }

    /** Types as many codes, of which none is tried twice. */
    void guess(int number) {
        for (int i = 0; i < number; i++) {
            type(String.format("%08d", i));
        }
    }

    FormPage type(String code) {
        return post(Map.of("code", code, "action", "verify"));
    }

    void resend() {
        post(Map.of("action", "resend"));
    }

    private FormPage post(Map<String, String> fields) {
        FormPage answer = journey.browser().post(action, fields);
        // A page without a form is an error page, and the last form is what is left.
        if (!answer.document().select("form[id^=xt-]").isEmpty()) {
            action = answer.action();
        }
        return answer;
    }
}
