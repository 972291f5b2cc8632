package dev.externaltenants.tenant.document;

import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.themes.branding.ImageKind;
import dev.externaltenants.userflow.TenantException;

/**
 * A picture as a document has it.
 *
 * @param content the file in base64
 */
record GivenPicture(ImageKind kind, String content) {

    /** @throws TenantException {@code xt_unknown_field}, {@code xt_invalid_value} */
    static GivenPicture of(String kind, JsonNode content) {
        ImageKind known = ImageKind.named(kind)
                .orElseThrow(
                        () -> TenantException.invalid("xt_unknown_field", kind, "There is no image of this kind."));
        if (!content.isTextual()) {
            throw notBase64(known);
        }
        return new GivenPicture(known, content.textValue());
    }

    /** @throws TenantException {@code xt_invalid_value}, {@code xt_branding_image_too_large} */
    byte[] file() {
        try {
            byte[] file = Base64.getDecoder().decode(content);
            kind.checkBytes(file);
            return file;
        } catch (IllegalArgumentException e) {
            throw notBase64(kind);
        }
    }

    private static TenantException notBase64(ImageKind kind) {
        return TenantException.invalid("xt_invalid_value", kind.key(), "The file in base64.");
    }
}
