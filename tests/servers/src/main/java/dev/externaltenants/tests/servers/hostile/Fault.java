package dev.externaltenants.tests.servers.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.externaltenants.tests.servers.hostile.HostileApi.Connection;

/** One way in which an API can fail whoever calls it, and the number by which the documentation calls that. */
public enum Fault {
    REFUSES_CONNECTIONS(1003027, Place.CLOSED_PORT),
    IS_AN_INTERNAL_NAME(1003023, Place.INTERNAL_NAME),
    NEVER_SHAKES_HANDS(1003005, Place.TLS_WITHOUT_ANSWER),
    HAS_AN_EXPIRED_CERTIFICATE(1003027, Place.EXPIRED_CERTIFICATE),
    SIGNED_ITS_OWN_CERTIFICATE(1003027, Place.SELF_SIGNED_CERTIFICATE),
    HAS_THE_CERTIFICATE_OF_ANOTHER_HOST(1003027, Place.CERTIFICATE_OF_ANOTHER_HOST),

    RESETS(1003027, Connection::reset),
    HANGS_UP(1003027, Connection::close),
    HANGS_BEFORE_HEADERS(1003005, Connection::waitForTheEnd),
    HANGS_AFTER_HEADERS(1003005, connection -> {
        connection.head("200 OK", "Content-Type: application/json", "Content-Length: 100");
        connection.waitForTheEnd();
    }),
    DRIPS_HEADERS(1003005, connection -> {
        connection.write("HTTP/1.1 200 OK\r\n");
        connection.drip("X");
    }),
    DRIPS_BODY(1003005, connection -> {
        connection.head("200 OK", "Content-Type: application/json", "Content-Length: 10000");
        connection.drip(" ");
    }),
    SAYS_CONTINUE_FOREVER(1003005, connection -> connection.drip("HTTP/1.1 100 Continue\r\n\r\n")),
    REDIRECTS_TO_METADATA(
            1003002,
            connection -> connection.head(
                    "301 Moved Permanently",
                    "Location: http://169.254.169.254/latest/meta-data/",
                    "Content-Type: application/json",
                    "Content-Length: 0")),
    ANSWERS_204(1003002, connection -> connection.head("204 No Content")),
    ANSWERS_500(1003002, connection -> connection.answer("500 Internal Server Error", "application/json", "{}")),
    ANSWERS_HTML(1003006, connection -> connection.answer("200 OK", "text/html", "<p>Welcome</p>")),
    ANSWERS_WITHOUT_TYPE(1003006, connection -> {
        connection.head("200 OK", "Content-Length: 2");
        connection.write("{}");
    }),
    ANSWERS_NOTHING(1003009, body("")),
    ANSWERS_TEN_MEGABYTES(1003024, body(" ".repeat(10_000_000))),
    SENDS_CHUNKS_WITHOUT_END(1003024, connection -> {
        connection.head("200 OK", "Content-Type: application/json", "Transfer-Encoding: chunked");
        while (true) {
            connection.write("3e8\r\n" + " ".repeat(1000) + "\r\n");
        }
    }),
    SENDS_A_ZIP_BOMB(1003003, connection -> {
        byte[] bomb = HostileApi.zipped(new byte[10_000_000]);
        connection.head(
                "200 OK", "Content-Type: application/json", "Content-Encoding: gzip", "Content-Length: " + bomb.length);
        connection.write(bomb);
    }),
    ENDS_BEFORE_ITS_LENGTH(1003027, connection -> {
        connection.head("200 OK", "Content-Type: application/json", "Content-Length: 1000");
        connection.write(Bodies.GOOD);
        connection.close();
    }),
    SPEAKS_NO_HTTP(1003027, connection -> {
        connection.write("220 mail.example.org ESMTP\r\n500 what?\r\n");
        connection.close();
    }),
    FLOODS_WITH_HEADERS(1003027, connection -> {
        connection.write("HTTP/1.1 200 OK\r\n");
        connection.write("X-Flood: water\r\n".repeat(5000));
        connection.write("\r\n");
    }),
    HAS_ONE_HUGE_HEADER(1003027, connection -> connection.head("200 OK", "X-Flood: " + "water".repeat(100_000))),

    ANSWERS_NO_JSON(1003003, body("<html>Welcome</html>")),
    ANSWERS_DEEP_JSON(1003003, body(Bodies.claims("[".repeat(20_000) + "]".repeat(20_000)))),
    ANSWERS_BAD_UTF8(1003003, connection -> connection.answer(Bodies.badUtf8())),
    ANSWERS_UTF16(1003003, connection -> connection.answer(Bodies.utf16())),
    NAMES_A_CLAIM_TWICE(1003003, body(Bodies.claims("{\"loyaltyTier\":\"gold\",\"loyaltyTier\":\"iron\"}"))),
    SAYS_MORE_AFTER_THE_END(1003003, body(Bodies.GOOD + "{}")),
    ANSWERS_FOR_ANOTHER_EVENT(1003003, body(Bodies.GOOD.replace("onTokenIssuanceStartResponseData", "onOther"))),
    GIVES_AN_OBJECT_AS_CLAIM(1003003, body(Bodies.claims("{\"loyaltyTier\":{\"is\":\"gold\"}}"))),
    GIVES_NULL_CLAIMS(1003007, body(Bodies.claims("null"))),
    GIVES_NO_ACTION(1003010, body(Bodies.actions(""))),
    GIVES_TWO_ACTIONS(1003010, body(Bodies.actions(Bodies.ACTION + "," + Bodies.ACTION))),
    GIVES_ANOTHER_ACTION(1003012, body(Bodies.GOOD.replace("provideClaimsForToken", "showBlockPage"))),
    GIVES_TOO_MANY_BYTES_OF_CLAIMS(1003025, body(Bodies.claims("{\"loyaltyTier\":\"" + "x".repeat(4000) + "\"}"))),
    GIVES_TOO_MANY_VALUES(1003025, body(Bodies.claims("{\"loyaltyTier\":[\"\"" + ",\"\"".repeat(10_000) + "]}"))),
    GIVES_A_CLAIM_WITHOUT_NAME(1003026, body(Bodies.claims("{\"\":\"gold\"}")));

    private final int number;
    private final Place place;

    // functions without a state of their own
    @SuppressWarnings("ImmutableEnumChecker")
    private final Behaviour behaviour;

    Fault(int number, Behaviour behaviour) {
        this(number, Place.PLAIN, behaviour);
    }

    Fault(int number, Place place) {
        this(number, place, connection -> connection.answer(Bodies.GOOD));
    }

    Fault(int number, Place place, Behaviour behaviour) {
        this.number = number;
        this.place = place;
        this.behaviour = behaviour;
    }

    /** Where it shows. */
    enum Place {
        PLAIN,
        CLOSED_PORT,
        INTERNAL_NAME,
        TLS_WITHOUT_ANSWER,
        EXPIRED_CERTIFICATE,
        SELF_SIGNED_CERTIFICATE,
        CERTIFICATE_OF_ANOTHER_HOST
    }

    /** What the API does once it has read a request. */
    interface Behaviour {

        void answer(Connection connection) throws IOException;
    }

    /** Returns the number of the failure in Entra's sign-in logs and ours. */
    public int number() {
        return number;
    }

    Place place() {
        return place;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** Returns the faults that are over at once, so that they may be met many times. */
    public static Stream<Fault> thatDoNotHang() {
        return Arrays.stream(values()).filter(fault -> fault.number != 1003005);
    }

    private static Behaviour body(String json) {
        return connection -> connection.answer(json);
    }
}
