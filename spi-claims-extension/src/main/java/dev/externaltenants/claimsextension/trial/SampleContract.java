package dev.externaltenants.claimsextension.trial;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.EncryptionKey;
import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.claimsextension.contract.AttributeCollectionStart;
import dev.externaltenants.claimsextension.contract.AttributeCollectionSubmit;
import dev.externaltenants.claimsextension.contract.OtpSend;
import dev.externaltenants.claimsextension.contract.PasswordSubmit;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.claimsextension.password.EncryptedPassword;
import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * The contract that sign-in has, with sample data. Of the answer only the action's name is told, as the API wrote it, once
 * all of it was read as sign-in reads it.
 */
record SampleContract(CalloutContract<?> contract) implements CalloutContract<String> {

    private static final String CODE = "00000000";
    private static final String PASSWORD = "sample-password";

    /**
     * Returns nothing for password submit of an extension without a key.
     *
     * @param userName whose sample password is submitted
     */
    static Optional<CalloutContract<String>> of(
            AuthenticationEvent event, CustomExtension extension, SampleSignUp signUp, String userName) {
        Optional<CalloutContract<?>> contract =
                switch (event) {
                    case TOKEN_ISSUANCE_START ->
                        Optional.of(new TokenIssuanceStart(
                                extension.answeredClaims().types(), answered -> extension
                                        .answeredClaims()
                                        .unsuitable(answered)
                                        .isEmpty()));
                    case ATTRIBUTE_COLLECTION_START -> Optional.of(new AttributeCollectionStart(signUp.begun()));
                    case ATTRIBUTE_COLLECTION_SUBMIT -> Optional.of(new AttributeCollectionSubmit(signUp.answered()));
                    case OTP_SEND -> Optional.of(new OtpSend(SampleSubject.EMAIL, CODE, extension.otpCodeName()));
                    case PASSWORD_SUBMIT -> passwordSubmit(extension.encryptionKey(), userName);
                };
        return contract.map(SampleContract::new);
    }

    private static Optional<CalloutContract<?>> passwordSubmit(EncryptionKey key, String userName) {
        String nonce = UUID.randomUUID().toString();
        return Optional.ofNullable(key)
                .flatMap(EncryptionKey::parsed)
                .map(rsa -> EncryptedPassword.of(key.keyId(), rsa, userName, PASSWORD, nonce))
                .map(encrypted -> new PasswordSubmit(encrypted, nonce));
    }

    @Override
    public AuthenticationEvent event() {
        return contract.event();
    }

    @Override
    public Map<String, Object> data() {
        return contract.data();
    }

    @Override
    public String read(CalloutAnswer answer) throws CalloutException {
        contract.read(answer);
        String type = answer.members().path("@odata.type").asText();
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
