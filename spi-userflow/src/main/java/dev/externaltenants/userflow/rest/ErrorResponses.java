package dev.externaltenants.userflow.rest;

import java.util.function.Supplier;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.services.ErrorResponseException;

/** Turns refusals of the engines into our REST error body; the codes are listed in docs/errors.md. */
public final class ErrorResponses {

    private ErrorResponses() {}

    /** Runs the work; a refusal becomes its response, and the transaction rolls back. */
    public static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (TenantException refused) {
            throw of(refused);
        } catch (RuntimeException failure) {
            if (LostRace.is(failure)) {
                throw of(TenantException.conflict("xt_conflict", null, "Another change came first. Try again."));
            }
            throw failure;
        }
    }

    public static ErrorResponseException of(TenantException refused) {
        Response response = Response.status(status(refused.kind()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Body(refused.code(), refused.description(), refused.field()))
                .build();
        return new ErrorResponseException(response);
    }

    private static Response.Status status(TenantException.Kind kind) {
        return switch (kind) {
            case INVALID -> Response.Status.BAD_REQUEST;
            case FORBIDDEN -> Response.Status.FORBIDDEN;
            case NOT_FOUND -> Response.Status.NOT_FOUND;
            case CONFLICT -> Response.Status.CONFLICT;
            case PRECONDITION_FAILED -> Response.Status.PRECONDITION_FAILED;
            case BUSY -> Response.Status.SERVICE_UNAVAILABLE;
            case TOO_MANY -> Response.Status.TOO_MANY_REQUESTS;
        };
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String error, @JsonProperty("error_description") String errorDescription, String field) {}
}
