package dev.externaltenants.tests;

import java.util.Map;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import dev.externaltenants.tests.servers.ScriptedSmtpServer;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Reply;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Step;

/** What can be wrong with a mail server that listens. */
enum MailServerFault {
    NO_ENCRYPTION_WHERE_IT_IS_ASKED_FOR,
    A_CERTIFICATE_THAT_NOBODY_TRUSTS,
    REFUSES_FOR_NOW,
    REFUSES_FOR_GOOD,
    ACCEPTS_AND_SAYS_NOTHING,
    SAYS_NOTHING_AFTER_THE_CONTENT,
    DRIPS,
    WANTS_OTHER_CREDENTIALS;

    /** Returns the realm's settings that it takes beside the usual ones. */
    Map<String, String> settings() {
        return switch (this) {
            case NO_ENCRYPTION_WHERE_IT_IS_ASKED_FOR -> Map.of("starttls", "true");
            case A_CERTIFICATE_THAT_NOBODY_TRUSTS -> Map.of("ssl", "true");
            case WANTS_OTHER_CREDENTIALS -> Map.of("auth", "true", "user", "contoso", "password", "wrong");
            default -> Map.of();
        };
    }

    ScriptedSmtpServer start(int port) {
        return switch (this) {
            case NO_ENCRYPTION_WHERE_IT_IS_ASKED_FOR -> ScriptedSmtpServer.start(port);
            case A_CERTIFICATE_THAT_NOBODY_TRUSTS -> ScriptedSmtpServer.start(port, new DummySSLServerSocketFactory());
            case REFUSES_FOR_NOW -> ScriptedSmtpServer.start(port).at(Step.RCPT, Reply.line("451 later"));
            case REFUSES_FOR_GOOD ->
                ScriptedSmtpServer.start(port).at(Step.RCPT, Reply.line("550 nobody of that name"));
            case ACCEPTS_AND_SAYS_NOTHING -> ScriptedSmtpServer.start(port).at(Step.GREETING, Reply.silence());
            case SAYS_NOTHING_AFTER_THE_CONTENT ->
                ScriptedSmtpServer.start(port).at(Step.CONTENT, Reply.silence());
            case DRIPS -> ScriptedSmtpServer.start(port).at(Step.GREETING, Reply.drip());
            case WANTS_OTHER_CREDENTIALS ->
                ScriptedSmtpServer.start(port)
                        .at(Step.EHLO, Reply.line("250-localhost\r\n250 AUTH PLAIN LOGIN"))
                        .at(Step.AUTH, Reply.line("535 wrong"));
        };
    }
}
