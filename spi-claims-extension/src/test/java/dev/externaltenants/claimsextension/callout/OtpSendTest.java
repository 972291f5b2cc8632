package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.claimsextension.contract.OtpSend;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OtpSendTest {

    private static final OtpSend CODE = new OtpSend("dana@example.org", "12345678", "oneTimeCode");

    @Test
    void theRequestIsEntrasDocument() {
        assertThat(Golden.bodyOf(CODE, "signUp")).isEqualTo(Golden.text("otp-send.request"));
    }

    @Test
    void callsTheCodeAsHandlersReadItThatFollowTheSamples() {
        OtpSend code = new OtpSend("dana@example.org", "12345678", "onetimecode");

        assertThat(Golden.bodyOf(code, "signUp"))
                .isEqualTo(Golden.text("otp-send.request").replace("oneTimeCode", "onetimecode"));
    }

    @Test
    void readsItsOneActionInAnyCase() throws CalloutException {
        String answer = Golden.text("otp-send.continue");

        assertThat(Golden.read(CODE, answer)).isEqualTo(new OtpSend.Taken());
        assertThat(Golden.read(CODE, Golden.upper(answer))).isEqualTo(new OtpSend.Taken());
        assertThat(Golden.read(CODE, Golden.lower(answer))).isEqualTo(new OtpSend.Taken());
    }

    @Test
    void refusesAnyOtherAction() {
        assertRefused(1003012, Golden.text("otp-send.continue").replace("continueWith", "sentWithout"));
        assertRefused(1003010, "{\"data\":{\"@odata.type\":\"microsoft.graph.OnOtpSendResponseData\",\"actions\":[]}}");
        assertRefused(1003003, "{}");
    }

    private static void assertRefused(int code, String answer) {
        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> Golden.read(CODE, answer))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo(code));
    }
}
