package dev.externaltenants.claimsextension;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Keeps secrets out of whatever is written as JSON: answers, admin events, documents. Where in the vault one is, is none. */
final class MaskedSecret extends JsonSerializer<String> {

    @Override
    public void serialize(String secret, JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeString(CallerAuthentication.isInVault(secret) ? secret : CallerAuthentication.MASK);
    }
}
