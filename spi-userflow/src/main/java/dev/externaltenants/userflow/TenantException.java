package dev.externaltenants.userflow;

import org.keycloak.models.ModelException;

/**
 * A refusal with a stable code, thrown by our engines.
 *
 * <p>It is a {@link ModelException} so that Keycloak's realm import answers 400 with the message and rolls back.
 */
public final class TenantException extends ModelException {

    /** What kind of refusal it is; adapters choose the status by it. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        PRECONDITION_FAILED,
        BUSY,
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final String field;
    private final String description;

    private TenantException(Kind kind, String code, String field, String description) {
        super(code + (field == null ? "" : " (" + field + ")") + ": " + description);
        this.kind = kind;
        this.code = code;
        // A member without a name has no path either.
        this.field = field == null || field.isEmpty() ? null : field;
        this.description = description;
    }

    /** Input that breaks a rule: {@code field} is its JSON path, such as {@code attributes[2].name}. */
    public static TenantException invalid(String code, String field, String description) {
        return new TenantException(Kind.INVALID, code, field, description);
    }

    /** What the caller may not do, though it may make the call. */
    public static TenantException forbidden(String code, String description) {
        return new TenantException(Kind.FORBIDDEN, code, null, description);
    }

    public static TenantException notFound(String code, String description) {
        return new TenantException(Kind.NOT_FOUND, code, null, description);
    }

    /** Input that is well formed but cannot be had with what is stored. */
    public static TenantException conflict(String code, String field, String description) {
        return new TenantException(Kind.CONFLICT, code, field, description);
    }

    public static TenantException preconditionFailed(String code, String description) {
        return new TenantException(Kind.PRECONDITION_FAILED, code, null, description);
    }

    /** Work that there is no room for just now; the same call may be made a little later. */
    public static TenantException busy(String code, String description) {
        return new TenantException(Kind.BUSY, code, null, description);
    }

    /** More calls than there may be in a while, whoever made the others. */
    public static TenantException tooMany(String code, String description) {
        return new TenantException(Kind.TOO_MANY, code, null, description);
    }

    /** Returns the same refusal of an object that is part of another one: {@code path} leads to it. */
    public TenantException at(String path) {
        String inner = field == null || field.isEmpty() ? "" : (field.startsWith("[") ? "" : ".") + field;
        return new TenantException(kind, code, path + inner, description);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Returns the JSON path of the field that is wrong, or null when no single one is. */
    public String field() {
        return field;
    }

    public String description() {
        return description;
    }
}
