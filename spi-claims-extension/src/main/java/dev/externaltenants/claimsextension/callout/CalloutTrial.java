package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a callout that an administrator made to try an extension, and what was seen of it on the way.
 *
 * @param <A> what the answer means
 * @param requestBody as it was sent
 * @param tries in the order they were made; none where the call was not even begun
 */
public record CalloutTrial<A>(CalloutResult<A> result, Duration duration, String requestBody, List<Try> tries) {

    /** @param response what there was of it, or null */
    public record Try(Duration duration, Response response) {}

    /**
     * @param headers those that help to mend an API, by their name in lower case
     * @param body as text, whatever it is
     * @param isCut whether there was more than the engine reads
     */
    public record Response(int status, Map<String, String> headers, String body, boolean isCut) {}
}
