package dev.externaltenants.claimsextension.passcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutProvider;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.contract.OtpSend;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.RenderedMail;
import dev.externaltenants.emailotp.sender.UnsentException;
import dev.externaltenants.tests.fakes.Fake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.KeycloakSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ExtensionPasscodeSenderTest {

    private static final PasscodeMessage CODE = message("48190217");
    private static final PasscodeMessage NO_CODE = message(null);
    private static final CalloutResult<OtpSend.Taken> TAKEN = new CalloutResult.Answered<>(new OtpSend.Taken());

    private final List<CalloutRequest> calls = new ArrayList<>();
    private final List<Map<String, Object>> told = new ArrayList<>();
    private final List<PasscodeMessage> mails = new ArrayList<>();
    private CalloutResult<OtpSend.Taken> result = TAKEN;
    private BehaviorOnError behavior = BehaviorOnError.FAIL;
    private String otpCodeName;
    private boolean asked = true;
    private boolean mailServerDown;
    private Duration callTakes = Duration.ZERO;
    private final ExtensionPasscodeSender sender =
            new ExtensionPasscodeSender(session(), this::callout, new LastOutcomes());

    @Test
    void hasTheExtensionSendTheCodeInPlaceOfAMail() throws UnsentException {
        sender.send(CODE);

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).requestType()).isEqualTo("signIn");
        assertThat(calls.get(0).ip()).isEqualTo("192.0.2.7");
        assertThat(calls.get(0).locale()).isEqualTo("de");
        assertThat(calls.get(0).user()).isNull();
        assertThat(mails).isEmpty();
    }

    @Test
    void callsTheCodeWhatTheExtensionCallsIt() throws UnsentException {
        sender.send(CODE);
        otpCodeName = "onetimecode";
        sender.send(CODE);

        assertThat(told)
                .containsExactly(
                        Map.of("otpContext", Map.of("identifier", "anna@example.com", "oneTimeCode", "48190217")),
                        Map.of("otpContext", Map.of("identifier", "anna@example.com", "onetimecode", "48190217")));
    }

    @Test
    void mailsTheCodeWhereNoExtensionIsAsked() throws UnsentException {
        asked = false;

        sender.send(CODE);

        assertThat(calls).isEmpty();
        assertThat(mails).containsExactly(CODE);
    }

    @Test
    void mailsWhatHasNoCode() throws UnsentException {
        sender.send(NO_CODE);

        assertThat(calls).isEmpty();
        assertThat(mails).containsExactly(NO_CODE);
    }

    @Test
    void sendsNoCodeWhenTheExtensionFailsAndDoesNotTryAgain() {
        result = failed(CalloutError.TIMED_OUT);

        UnsentException unsent = unsent(CODE);

        assertThat(unsent.worthARetry()).isFalse();
        assertThat(unsent.untried()).isFalse();
        assertThat(unsent).hasMessage("custom extension rules: 1003005 CustomExtensionTimedOut");
        assertThat(mails).isEmpty();
    }

    @Test
    void saysWhereTheExtensionWasNotEvenAsked() {
        result = CalloutResult.Failed.untried(CalloutError.CIRCUIT_OPEN);

        assertThat(unsent(CODE).untried()).isTrue();
        assertThat(unsent(CODE).perhapsTaken()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "CONTINUE"})
    void saysWhereTheApiMayHaveSentTheCodeThoughItFailed(BehaviorOnError chosen) {
        behavior = chosen;
        mailServerDown = true;
        result = failed(CalloutError.INVALID_STATUS);

        UnsentException unsent = unsent(CODE);

        assertThat(unsent.perhapsTaken()).isTrue();
        assertThat(unsent.worthARetry()).isFalse();
        assertThat(unsent(NO_CODE).perhapsTaken()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "CONTINUE"})
    void tellsAFailureWithAndWithoutACodeAsLateAsAnApiThatHangs(BehaviorOnError chosen) {
        behavior = chosen;
        mailServerDown = true;
        result = failed(CalloutError.CONNECTION);
        Duration aCall = Duration.ofSeconds(1);
        callTakes = aCall;

        // two tries of a second, and some room
        assertThat(unsent(CODE).heldFor().plus(aCall)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2500));
        assertThat(unsent(NO_CODE).heldFor()).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2500));
    }

    @Test
    void givesAnAddressWithoutAnAccountItsMailBackOnlyWhereACodeWouldHaveBeen() {
        result = new CalloutResult.Failed<>(CalloutError.CONNECTION, Duration.ZERO, 2, null, null, null, false, false);
        unsent(CODE);
        assertThat(unsent(NO_CODE).perhapsTaken()).isFalse();

        result = failed(CalloutError.TIMED_OUT);
        unsent(CODE);
        assertThat(unsent(NO_CODE).perhapsTaken()).isTrue();
    }

    @Test
    void fallsBackToMailWhereTheExtensionMayFail() throws UnsentException {
        result = failed(CalloutError.INVALID_STATUS);
        behavior = BehaviorOnError.CONTINUE;

        sender.send(CODE);

        assertThat(mails).containsExactly(CODE);
    }

    /** What becomes of a mail without a code is what would become of a code: the page tells it. */
    @Test
    void doesNotTellByAFailedMailThatThereIsNoAccount() throws UnsentException {
        sender.send(CODE);
        mailServerDown = true;

        sender.send(NO_CODE);

        assertThat(mails).isEmpty();
    }

    @Test
    void doesNotTellByAMailThatArrivesThatThereIsNoAccount() {
        result = failed(CalloutError.CONNECTION);
        unsent(CODE);

        assertThat(unsent(NO_CODE).untried()).isTrue();
        assertThat(mails).isEmpty();
    }

    @Test
    void letsMailsWithAndWithoutACodeFareAlikeWhereTheyStandInForTheExtension() {
        result = failed(CalloutError.CONNECTION);
        behavior = BehaviorOnError.CONTINUE;
        mailServerDown = true;

        assertThat(unsent(CODE)).hasMessage("mail server");
        assertThat(unsent(NO_CODE)).hasMessage("mail server");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_UP,signUp",
        "SIGN_IN,signIn",
        "MFA,mfa",
        "PASSWORD_RESET,passwordReset",
        "EMAIL_CHANGE,emailChange"
    })
    void tellsWhatACodeIsFor(Purpose purpose, String requestType) {
        assertThat(PasscodeCallout.requestType(purpose)).isEqualTo(requestType);
    }

    private UnsentException unsent(PasscodeMessage message) {
        return catchThrowableOfType(UnsentException.class, () -> sender.send(message));
    }

    private static CalloutResult<OtpSend.Taken> failed(CalloutError error) {
        return new CalloutResult.Failed<>(error, Duration.ofSeconds(1), 1);
    }

    private Optional<PasscodeCallout> callout(PasscodeMessage message) {
        CustomExtension extension =
                otpCodeName == null ? Extensions.behaving(behavior) : Extensions.namingCodes(otpCodeName);
        return asked
                ? Optional.of(new PasscodeCallout(
                        new EventHandler(
                                "flow", Extensions.ID, Optional.of(extension), Optional.empty(), TokenAudience.both()),
                        new CalloutRequest.App("app-id", "shop", "Shop"),
                        "https://login.example.org/realms/contoso",
                        message))
                : Optional.empty();
    }

    private KeycloakSession session() {
        CalloutProvider callouts = Fake.of(CalloutProvider.class)
                .on("call", args -> {
                    calls.add((CalloutRequest) args[0]);
                    LockSupport.parkNanos(callTakes.toNanos());
                    told.add(((OtpSend) args[1]).data());
                    return result;
                })
                .get();
        PasscodeSenderProvider byMail = message -> {
            if (mailServerDown) {
                throw UnsentException.forNow("mail server", null);
            }
            mails.add(message);
        };
        return Fake.of(KeycloakSession.class)
                .on("getProvider", args -> args[0] == CalloutProvider.class ? callouts : byMail)
                .get();
    }

    private static PasscodeMessage message(String code) {
        return new PasscodeMessage(
                "realm-id",
                "contoso",
                "anna@example.com",
                Locale.GERMAN,
                Purpose.SIGN_IN,
                "Shop",
                "shop",
                "192.0.2.7",
                code,
                600,
                new RenderedMail("Subject", "text", "html"));
    }
}
