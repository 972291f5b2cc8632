package dev.externaltenants.claimsextension.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.callout.AnswerPath;
import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.userflow.AuthenticationEvent;

/** Password submit: a typed password goes out encrypted, and the answer must show the nonce that was in it. */
public final class PasswordSubmit implements CalloutContract<PasswordSubmit.Answer> {

    private static final String NONCE = "nonce";

    private final String encrypted;
    private final String nonce;

    /**
     * @param encrypted the password, the username and the nonce, as a compact JWE
     * @param nonce that only who decrypted it can return
     */
    public PasswordSubmit(String encrypted, String nonce) {
        this.encrypted = encrypted;
        this.nonce = nonce;
    }

    /** What the API says of the password. */
    public enum Action {
        /** It is right, and to be stored. */
        MIGRATE,
        /** It is right, and the customer must choose another. */
        UPDATE,
        /** It is wrong. */
        RETRY,
        /** Nobody signs in to this account. */
        BLOCK
    }

    /**
     * @param title of the page of a block, or null
     * @param message of it, or null
     */
    public record Answer(Action action, String title, String message) {}

    @Override
    public AuthenticationEvent event() {
        return AuthenticationEvent.PASSWORD_SUBMIT;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("encryptedPasswordContext", encrypted);
    }

    @Override
    public Answer read(CalloutAnswer answer) throws CalloutException {
        Action action =
                switch (answer.action()) {
                    case "migratepassword" -> Action.MIGRATE;
                    case "updatepassword" -> Action.UPDATE;
                    case "retry" -> Action.RETRY;
                    case "block" -> Action.BLOCK;
                    default -> throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
                };
        if (!isOurs(answer.data().path(NONCE).textValue())) {
            throw CalloutException.invalidBody(AnswerPath.of(AnswerPath.DATA, NONCE));
        }
        return new Answer(action, text(answer.members(), "title"), text(answer.members(), "message"));
    }

    private boolean isOurs(String returned) {
        return returned != null
                && MessageDigest.isEqual(
                        nonce.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode action, String member) throws CalloutException {
        JsonNode value = action.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw CalloutException.invalidBody(AnswerPath.of(AnswerPath.ACTION, member));
        }
        return value.textValue();
    }
}
