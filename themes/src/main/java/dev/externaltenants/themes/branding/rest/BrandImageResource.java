package dev.externaltenants.themes.branding.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.BrandImage;
import dev.externaltenants.themes.branding.CheckedImage;
import dev.externaltenants.themes.branding.ImageKind;
import dev.externaltenants.themes.branding.StoredBrand;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;

/** One image of a draft: {@code …/images/{kind}}. */
public final class BrandImageResource {

    /** More than any image may have, in base64. */
    private static final int MOST_JSON = 1_000_000;

    private final BrandRequest call;
    private final String kind;

    BrandImageResource(BrandRequest call, String kind) {
        this.call = call;
        this.kind = kind;
    }

    /**
     * For tools that send JSON only.
     *
     * @param content in base64
     */
    record Upload(String content) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        call.requireView();
        return ErrorResponses.translating(() -> {
            StoredBrand brand = call.existing();
            BrandImage image = brand.draft()
                    .image(kind())
                    .orElseThrow(() ->
                            TenantException.notFound("xt_branding_image_not_found", "The draft has no such image."));
            return AdminRequest.answer(image, BrandRequest.tag(brand));
        });
    }

    /** Takes a file as it is, or as base64 in JSON; of no type of forms, which the server would decode before. */
    @PUT
    @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        call.requireManage();
        ImageKind wanted = ErrorResponses.translating(this::kind);
        // Before the tenant's other writers wait: a large picture takes a while.
        CheckedImage image = ErrorResponses.translating(() -> {
            call.existing();
            return call.brands().check(call.request().realm(), wanted, file(wanted, type, body));
        });
        return call.change(
                OperationType.UPDATE, brands -> brands.putImage(call.request().realm(), call.name(), wanted, image));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response remove() {
        call.requireManage();
        ImageKind wanted = ErrorResponses.translating(this::kind);
        return call.change(
                OperationType.UPDATE,
                brands -> brands.removeImage(call.request().realm(), call.name(), wanted));
    }

    private ImageKind kind() {
        return ImageKind.named(kind)
                .orElseThrow(() ->
                        TenantException.notFound("xt_branding_image_not_found", "There is no image of this kind."));
    }

    private static byte[] file(ImageKind kind, String type, InputStream body) {
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON)) {
            return read(body, kind.maxBytes());
        }
        String json = new String(read(body, MOST_JSON), StandardCharsets.UTF_8);
        String content = Json.read(json, Upload.class).content();
        try {
            return content == null ? new byte[0] : Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw TenantException.invalid("xt_invalid_value", "content", "The file in base64.");
        }
    }

    /** Reads no more than it takes to see that it is too much. */
    private static byte[] read(InputStream body, int most) {
        try {
            return body == null ? new byte[0] : body.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The request broke off", e);
        }
    }
}
