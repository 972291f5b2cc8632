package dev.externaltenants.claimsextension.contract;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.userflow.AuthenticationEvent;

/** OTP send: the API takes a code to a customer, and says that it has. */
public final class OtpSend implements CalloutContract<OtpSend.Taken> {

    /** The API has the code, and the customer will have it. */
    public record Taken() {}

    private final String identifier;
    private final String code;
    private final String codeName;

    /**
     * @param identifier where the code goes
     * @param code in clear
     * @param codeName what the extension calls it
     */
    public OtpSend(String identifier, String code, String codeName) {
        this.identifier = identifier;
        this.code = code;
        this.codeName = codeName;
    }

    @Override
    public AuthenticationEvent event() {
        return AuthenticationEvent.OTP_SEND;
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("identifier", identifier);
        context.put(codeName, code);
        return Map.of("otpContext", context);
    }

    @Override
    public String subject() {
        return identifier;
    }

    @Override
    public Taken read(CalloutAnswer answer) throws CalloutException {
        if (!answer.action().equals("continuewithdefaultbehavior")) {
            throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
        }
        return new Taken();
    }
}
