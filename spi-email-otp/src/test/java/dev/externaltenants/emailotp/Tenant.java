package dev.externaltenants.emailotp;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Function;

import javax.crypto.spec.SecretKeySpec;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.RenderedMail;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A tenant whose customers ask for codes and type them, each request in a transaction of its own. */
final class Tenant {

    static final PasscodeScope ANNA = new PasscodeScope(
            "contoso", Purpose.SIGN_UP, "anna@example.com", "anna@example.com", "shop", "root", "tab", "step");

    final FakeCluster cluster = new FakeCluster();
    final Deque<PasscodeMail> mails = new ArrayDeque<>();
    final Deque<FailedCode> failures = new ArrayDeque<>();
    final Deque<SecurityNotice> notices = new ArrayDeque<>();

    /** What the last notice cost. */
    Postage.Paid lastPaid;

    private final SecureRandom random = new SecureRandom();
    private final PasscodeMetrics metrics = new PasscodeMetrics();
    private final Seal seal = new Seal(new SecretKeySpec("a secret of the realm".getBytes(UTF_8), "HmacSHA512"));
    private final PasscodeSettings settings;

    Tenant() {
        this(PasscodeSettings.DEFAULTS);
    }

    Tenant(PasscodeSettings settings) {
        this.settings = settings;
    }

    IssueResult issue(PasscodeScope scope) {
        return issue(scope, "192.0.2.1", null);
    }

    IssueResult issue(PasscodeScope scope, String source, String earlier) {
        return request(engine ->
                engine.issue(new IssueRequest(scope, Locale.ENGLISH, "Shop", source, earlier, Admission.ALWAYS)));
    }

    /** Issues a code that must be sent, and returns its challenge id; the code is that of {@link #lastCode()}. */
    String sent(PasscodeScope scope) {
        return sentInsteadOf(null, scope);
    }

    String sentInsteadOf(String earlier, PasscodeScope scope) {
        IssueResult result = issue(scope, "192.0.2.1", earlier);
        if (result instanceof IssueResult.Sent sent) {
            return sent.challengeId();
        }
        throw new AssertionError("not sent: " + result);
    }

    VerifyResult verify(String challengeId, PasscodeScope scope, String code) {
        return request(engine -> engine.verify(challengeId, scope, code));
    }

    PasscodeState state(String challengeId, PasscodeScope scope) {
        return request(engine -> engine.state(challengeId, scope));
    }

    void notice(SecurityNotice notice) {
        request(engine -> {
            engine.send(notice);
            return null;
        });
    }

    String lastCode() {
        return mails.getLast().code();
    }

    /** A code of the right form that is not the last one. */
    String wrongCode() {
        return (lastCode().startsWith("0") ? "1" : "0") + lastCode().substring(1);
    }

    OutgoingMail lastMail() {
        return outgoing(mails.getLast());
    }

    static OutgoingMail outgoing(PasscodeMail mail) {
        PasscodeScope scope = mail.request().scope();
        PasscodeMessage message = new PasscodeMessage(
                scope.realmId(),
                scope.realmId(),
                mail.address(),
                mail.request().locale(),
                scope.purpose(),
                mail.request().appName(),
                scope.clientId(),
                mail.request().sourceAddress(),
                mail.code(),
                mail.lifetime(),
                new RenderedMail("Subject", "text", "html"));
        return new OutgoingMail(
                scope.realmId(),
                scope.realmId(),
                mail.mailId(),
                mail.address(),
                URI.create("https://id.example.com/"),
                false,
                mail.lifetime(),
                mail.paid(),
                (session, realm) -> message);
    }

    private <T> T request(Function<OneTimePasscodeProvider, T> call) {
        FakeCluster.Store transaction = cluster.begin();
        T result = call.apply(new DefaultOneTimePasscodeProvider(
                transaction, realm -> seal, mailer(), failures::add, settings, random, metrics));
        transaction.commit();
        return result;
    }

    private PasscodeMailer mailer() {
        return new PasscodeMailer() {

            @Override
            public void post(PasscodeMail mail) {
                mails.add(mail);
            }

            @Override
            public void post(SecurityNotice notice, Postage.Paid paid) {
                notices.add(notice);
                lastPaid = paid;
            }
        };
    }
}
