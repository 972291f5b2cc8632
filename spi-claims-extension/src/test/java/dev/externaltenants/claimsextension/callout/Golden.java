package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.Extensions;

/** The documents of Entra's contract, as files. */
final class Golden {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern TYPE = Pattern.compile("microsoft\\.graph\\.[A-Za-z.]+");

    private Golden() {}

    static String text(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("/contract/" + name + ".json")) {
            return MAPPER.readTree(file).toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Returns the body of a call before anybody has an account. */
    static String bodyOf(CalloutContract<?> contract, String requestType) {
        CustomExtension extension = Extensions.calling("https://api.example.org", 1000, 1);
        CalloutRequest full = Requests.to(extension);
        CalloutRequest request = new CalloutRequest(
                full.tenantId(),
                full.issuer(),
                full.listenerId(),
                extension,
                full.correlationId(),
                full.ip(),
                full.locale(),
                requestType,
                full.client(),
                full.resource(),
                null);
        try {
            return MAPPER.readTree(CalloutBody.of(request, contract)).toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <A> A read(CalloutContract<A> contract, String answer) throws CalloutException {
        return contract.read(CalloutAnswer.read(contract.event(), answer.getBytes(StandardCharsets.UTF_8)));
    }

    static String upper(String answer) {
        return withTypes(answer, type -> type.toUpperCase(Locale.ROOT));
    }

    static String lower(String answer) {
        return withTypes(answer, type -> type.toLowerCase(Locale.ROOT));
    }

    private static String withTypes(String answer, UnaryOperator<String> change) {
        return TYPE.matcher(answer).replaceAll(type -> Matcher.quoteReplacement(change.apply(type.group())));
    }
}
