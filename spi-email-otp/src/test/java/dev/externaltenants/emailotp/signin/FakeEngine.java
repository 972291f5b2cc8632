package dev.externaltenants.emailotp.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.FailedCode;
import dev.externaltenants.emailotp.IssueRequest;
import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.OneTimePasscodeProvider;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeState;
import dev.externaltenants.emailotp.PasscodeState.Delivery;
import dev.externaltenants.emailotp.SecurityNotice;
import dev.externaltenants.emailotp.VerifyResult;

/** An engine that answers as the test says and remembers what it was asked. */
final class FakeEngine implements OneTimePasscodeProvider {

    static final PasscodeState LIVE = new PasscodeState(true, 8, Long.MAX_VALUE, 0, Delivery.PENDING);
    static final PasscodeState FAILED = new PasscodeState(true, 8, Long.MAX_VALUE, 0, Delivery.FAILED);
    static final PasscodeState DEAD = new PasscodeState(false, 8, 0, 0, Delivery.PENDING);

    final List<IssueRequest> issued = new ArrayList<>();

    /** Whether the mail of each was given a code, had it been written at once. */
    final List<Boolean> admitted = new ArrayList<>();

    final List<String> typed = new ArrayList<>();
    IssueResult issue = new IssueResult.Sent("challenge", LIVE);
    VerifyResult verify = new VerifyResult.Verified();
    final List<SecurityNotice> notices = new ArrayList<>();
    PasscodeState state = LIVE;

    private final Function<Admission, Admission.Answer> sender;
    private final Consumer<FailedCode> book;

    FakeEngine(Function<Admission, Admission.Answer> sender, Consumer<FailedCode> book) {
        this.sender = sender;
        this.book = book;
    }

    @Override
    public IssueResult issue(IssueRequest request) {
        issued.add(request);
        admitted.add(sender.apply(request.admission()).admitting());
        return issue instanceof IssueResult.Sent sent && admitted.size() > 1
                ? new IssueResult.Sent(sent.challengeId() + admitted.size(), sent.state())
                : issue;
    }

    @Override
    public VerifyResult verify(String challengeId, PasscodeScope scope, String typedCode) {
        typed.add(typedCode);
        return verify;
    }

    @Override
    public void book(FailedCode failed) {
        book.accept(failed);
    }

    @Override
    public void send(SecurityNotice notice) {
        notices.add(notice);
    }

    @Override
    public PasscodeState state(String challengeId, PasscodeScope scope) {
        return challengeId == null ? DEAD : state;
    }
}
