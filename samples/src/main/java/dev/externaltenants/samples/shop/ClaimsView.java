package dev.externaltenants.samples.shop;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.samples.web.Html;

/** Shows the claims of a token. */
final class ClaimsView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TABLE =
            """
            <h2 id="{}-title">{}</h2>
            <table id="{}" aria-labelledby="{}-title">
            <thead><tr><th scope="col">Claim</th><th scope="col">Value</th></tr></thead>
            <tbody>
            {}
            </tbody>
            </table>""";

    private ClaimsView() {}

    /** All of them. */
    static Html table(String id, String title, Map<String, Object> claims) {
        Html rows = claims.entrySet().stream()
                .map(claim -> row(claim.getKey(), readable(claim.getValue())))
                .collect(Html.joined());
        return Html.of(TABLE, id, title, id, id, rows);
    }

    /** What a shop would do with the claims of its tenant: one is stored there, one was fetched for the token. */
    static Html loyalty(Map<String, Object> claims) {
        Html facts = Stream.of(
                        fact("Loyalty tier", claims.get("loyalty_tier")),
                        fact("Loyalty number", claims.get("loyaltyNumber")))
                .flatMap(Optional::stream)
                .collect(Html.joined());
        return facts.equals(Html.NOTHING) ? facts : Html.of("<dl class=\"facts\">\n{}\n</dl>", facts);
    }

    private static Html row(String name, String value) {
        return Html.of("<tr><th scope=\"row\">{}</th><td data-claim=\"{}\">{}</td></tr>", name, name, value);
    }

    private static Optional<Html> fact(String title, Object value) {
        return Optional.ofNullable(value)
                .map(present -> Html.of("<div><dt>{}</dt><dd>{}</dd></div>", title, readable(present)));
    }

    private static String readable(Object value) {
        if (value instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A claim that came as JSON is not JSON", e);
        }
    }
}
