package dev.externaltenants.emailotp;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.externaltenants.emailotp.Challenges.Challenge;
import dev.externaltenants.emailotp.MailBudgets.Taking;
import dev.externaltenants.emailotp.PasscodeState.Delivery;
import dev.externaltenants.emailotp.Postage.Paid;
import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/** The engine over Keycloak's store of single-use objects. */
final class DefaultOneTimePasscodeProvider implements OneTimePasscodeProvider {

    private static final int CHALLENGE_ID_BYTES = 24;

    /** A code that dies while its mail is on the way helps nobody. */
    private static final int LEAST_SECONDS_TO_REPEAT = 60;

    private final Challenges challenges;
    private final Codes codes;
    private final Limits limits;
    private final Postage postage;
    private final DeliveryLog deliveries;
    private final NewestMail newestMail;
    private final Function<String, Seal> sealOfRealm;
    private final PasscodeMailer mailer;
    private final Consumer<FailedCode> failures;
    private final PasscodeSettings settings;
    private final SecureRandom random;
    private final PasscodeMetrics metrics;

    DefaultOneTimePasscodeProvider(
            SingleUseObjectProvider store,
            Function<String, Seal> sealOfRealm,
            PasscodeMailer mailer,
            Consumer<FailedCode> failures,
            PasscodeSettings settings,
            SecureRandom random,
            PasscodeMetrics metrics) {
        this.challenges = new Challenges(store);
        this.codes = new Codes(random, settings);
        this.limits = new Limits(store, random, settings);
        this.postage = new Postage(store);
        this.deliveries = new DeliveryLog(store);
        this.newestMail = new NewestMail(store);
        this.sealOfRealm = sealOfRealm;
        this.mailer = mailer;
        this.failures = failures;
        this.settings = settings;
        this.random = random;
        this.metrics = metrics;
    }

    @Override
    public IssueResult issue(IssueRequest request) {
        IssueResult result = issued(request);
        metrics.count(request.scope().purpose(), result);
        return result;
    }

    private IssueResult issued(IssueRequest request) {
        Seal seal = sealOfRealm.apply(request.scope().realmId());
        CoolDown coolDown = limits.coolDown(seal, request.scope());
        if (!coolDown.start()) {
            return new IssueResult.CoolingDown(Math.max(1, coolDown.secondsLeft()));
        }
        Taking taking =
                limits.mails(seal, request.scope(), request.sourceAddress()).take();
        if (taking instanceof Taking.UsedUp usedUp) {
            coolDown.end();
            return new IssueResult.TooManyMails(usedUp.budget());
        }
        Paid paid = new Paid(((Taking.Taken) taking).slotKeys(), coolDown.lockKey());
        return repeatable(request, seal)
                .map(challenge -> sendAgain(request, challenge, seal, paid))
                .orElseGet(() -> sendNew(request, seal, paid));
    }

    /** Returns the earlier challenge if its code is to be mailed again: its life and its tries go on as they were. */
    private Optional<Challenge> repeatable(IssueRequest request, Seal seal) {
        String id = request.earlierChallengeId();
        return Optional.ofNullable(id)
                .filter(earlier -> settings.sameCodeOnResend())
                .flatMap(earlier -> challenges.live(earlier, scopeHash(seal, earlier, request.scope())))
                .filter(challenge -> challenge.expiresAt() - Time.currentTimeSeconds() >= LEAST_SECONDS_TO_REPEAT);
    }

    private IssueResult sendAgain(IssueRequest request, Challenge challenge, Seal seal, Paid paid) {
        String id = request.earlierChallengeId();
        String mailId = newId();
        newestMail.is(id, mailId, secondsTo(challenge.expiresAt()));
        return send(id, mailId, challenge.expiresAt(), codes.of(seal, id, request.scope()), request, seal, paid);
    }

    private IssueResult sendNew(IssueRequest request, Seal seal, Paid paid) {
        if (request.earlierChallengeId() != null) {
            challenges.end(request.earlierChallengeId());
        }
        String id = newId();
        PasscodeScope scope = request.scope();
        long expiresAt = Time.currentTimeSeconds() + settings.lifetime();
        String code = codes.of(seal, id, scope);
        challenges.store(id, new Challenge(codeHash(seal, id, scope, code), scopeHash(seal, id, scope), expiresAt));
        return send(id, id, expiresAt, code, request, seal, paid);
    }

    private IssueResult send(
            String id, String mailId, long expiresAt, String code, IssueRequest request, Seal seal, Paid paid) {
        int lifetime = secondsTo(expiresAt);
        mailer.post(new PasscodeMail(mailId, request, code, lifetime, paid, settings.codeInSubject()));
        postage.keepReceipt(mailId, paid, lifetime);
        long resendAt = limits.coolDown(seal, request.scope()).describe(mailId);
        return new IssueResult.Sent(id, stateOf(expiresAt, resendAt, Delivery.PENDING));
    }

    private static int secondsTo(long expiresAt) {
        return (int) (expiresAt - Time.currentTimeSeconds());
    }

    @Override
    public VerifyResult verify(String challengeId, PasscodeScope scope, String typedCode) {
        Seal seal = sealOfRealm.apply(scope.realmId());
        VerifyResult result = challenges
                .live(challengeId, challengeId == null ? "" : scopeHash(seal, challengeId, scope))
                .map(challenge -> tried(challengeId, challenge, seal, scope, TypedCode.normalise(typedCode)))
                .orElseGet(VerifyResult.Dead::new);
        metrics.count(scope.purpose(), result);
        return result;
    }

    /** Takes both tries before it looks at the code, so that parallel requests cannot look more often than allowed. */
    private VerifyResult tried(String id, Challenge challenge, Seal seal, PasscodeScope scope, String code) {
        OptionalInt tryOfCode = limits.triesOfCode(id).take();
        if (tryOfCode.isEmpty()) {
            return new VerifyResult.Dead();
        }
        Budget triesOfSubject = limits.triesOfSubject(seal, scope);
        OptionalInt tryOfSubject = triesOfSubject.take();
        if (tryOfSubject.isEmpty()) {
            return new VerifyResult.TooManyTries();
        }
        if (!Seal.same(challenge.codeHash(), codeHash(seal, id, scope, code))) {
            return wrong(id, settings.triesPerCode() - 1 - tryOfCode.getAsInt());
        }
        triesOfSubject.giveBack(tryOfSubject.getAsInt());
        if (!challenges.end(id)) {
            return new VerifyResult.Dead();
        }
        postage.payBack(newestMail.of(id));
        return new VerifyResult.Verified();
    }

    private VerifyResult wrong(String id, int triesLeft) {
        if (triesLeft == 0) {
            challenges.end(id);
        }
        return new VerifyResult.Wrong(triesLeft);
    }

    @Override
    public PasscodeState state(String challengeId, PasscodeScope scope) {
        Seal seal = sealOfRealm.apply(scope.realmId());
        int secondsLeft = limits.coolDown(seal, scope).secondsLeft();
        long resendAt = secondsLeft == 0 ? 0 : Time.currentTimeSeconds() + secondsLeft;
        return challenges
                .live(challengeId, challengeId == null ? "" : scopeHash(seal, challengeId, scope))
                .map(challenge -> stateOf(challenge.expiresAt(), resendAt, deliveries.of(newestMail.of(challengeId))))
                .orElseGet(() -> new PasscodeState(false, settings.codeLength(), 0, resendAt, Delivery.PENDING));
    }

    @Override
    public void book(FailedCode failed) {
        failures.accept(failed);
    }

    @Override
    public void send(SecurityNotice notice) {
        new Notices(mailer).post(notice, limits.notices(sealOfRealm.apply(notice.realmId()), notice));
    }

    private PasscodeState stateOf(long expiresAt, long resendAt, Delivery delivery) {
        return new PasscodeState(true, settings.codeLength(), expiresAt, resendAt, delivery);
    }

    private String newId() {
        byte[] id = new byte[CHALLENGE_ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static String codeHash(Seal seal, String id, PasscodeScope scope, String code) {
        return seal.hash(
                "code",
                Stream.concat(Stream.of(scope.fieldsAfter(id)), Stream.of(code)).toArray(String[]::new));
    }

    private static String scopeHash(Seal seal, String id, PasscodeScope scope) {
        return seal.hash("scope", scope.fieldsAfter(id));
    }
}
