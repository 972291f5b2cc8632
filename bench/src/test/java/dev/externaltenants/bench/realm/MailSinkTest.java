package dev.externaltenants.bench.realm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailSinkTest {

    private static final String MAIL =
            """
            EHLO bench\r
            MAIL FROM:<no-reply@example.com>\r
            RCPT TO:<kim@example.com>\r
            DATA\r
            Content-Type: multipart/alternative; boundary="----=_Part_3_10000001.2"\r
            \r
            ------=_Part_3_10000001.2\r
            \r
            Type this code:\r
            \r
                12345678\r
            \r
            .\r
            QUIT\r
            """;

    @Test
    void findsTheCodeAndNoOtherNumber() throws IOException {
        try (MailSink sink = MailSink.start();
                Socket sender = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
            sender.getOutputStream().write(MAIL.getBytes(StandardCharsets.US_ASCII));

            assertThat(sink.codeFor("kim@example.com")).isEqualTo("12345678");
        }
    }
}
