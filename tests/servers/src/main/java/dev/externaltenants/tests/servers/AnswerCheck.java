package dev.externaltenants.tests.servers;

import java.net.http.HttpRequest;

/** Looks at every answer that {@link AdminApi} gets. Found by {@link java.util.ServiceLoader}, so no test can leave it out. */
public interface AnswerCheck {

    /** @throws AssertionError if the answer is not as it should be */
    void check(HttpRequest request, Answer answer);
}
