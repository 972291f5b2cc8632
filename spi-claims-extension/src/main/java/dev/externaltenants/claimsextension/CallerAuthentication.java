package dev.externaltenants.claimsextension;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * By what an API knows that a call is ours.
 *
 * @param issuer of the bearer token; the realm's own when absent
 * @param appId whom the bearer token names as caller; the app that Entra calls with when absent
 * @param tokenEndpoint where we get an access token as the client {@code clientId}
 * @param scope that we ask for there
 * @param header that carries the signature; {@value #DEFAULT_HEADER} when absent
 * @param certificate that is shown, in PEM, with those that lead to a root, if any
 * @param secret of the client, the key of the signature or of the certificate; or where in the vault it is. It can be written, not read
 */
public record CallerAuthentication(
        Means type,
        String issuer,
        String appId,
        String tokenEndpoint,
        String clientId,
        String scope,
        String header,
        String certificate,
        @JsonSerialize(using = MaskedSecret.class) String secret) {

    /** The app that Entra calls with, by which functions written for it know a call. Source: Entra, "Protect your REST API". */
    public static final String ENTRA_EVENTS_APP = "99045fe1-7639-4a75-9d4a-577b6ca3810f";

    public static final String DEFAULT_HEADER = "X-Signature";

    /** What answers show in place of a secret, and what keeps the stored one when it comes back. */
    static final String MASK = ComponentRepresentation.SECRET_VALUE;

    /** Of the vault's secrets those of extensions alone: who administers them must not reach any other of the tenant. */
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.extension[A-Za-z0-9.-]{1,100}}");

    /** The means of proof. */
    public enum Means {
        /** A token that the realm signs, as Entra's. */
        BEARER,
        /** An access token of the API's own authorization server. */
        OAUTH2_CLIENT_CREDENTIALS,
        /** A signature over time and body with a key that both sides know. */
        HMAC,
        /** A client certificate of this extension alone, shown when the connection is made. */
        MTLS
    }

    public CallerAuthentication withSecret(String other) {
        return new CallerAuthentication(
                type, issuer, appId, tokenEndpoint, clientId, scope, header, certificate, other);
    }

    /** Returns until when the certificate is good, for administrators; null where there is none. It is not written. */
    @JsonProperty(value = "certificateExpires", access = JsonProperty.Access.READ_ONLY)
    public String certificateExpires() {
        return Optional.ofNullable(certificate)
                .flatMap(ClientCertificate::expires)
                .map(Instant::toString)
                .orElse(null);
    }

    /** Returns the name of the header that carries the proof. */
    @JsonIgnore
    public String proofHeader() {
        if (type != Means.HMAC) {
            return "Authorization";
        }
        return header == null ? DEFAULT_HEADER : header;
    }

    /** Returns whether whoever wrote this saw the secret masked, and means the one that is stored. */
    boolean keepsSecret() {
        return MASK.equals(secret);
    }

    /** A secret must not follow where somebody leads it who does not know it. */
    boolean sendsSecretWhere(CallerAuthentication other) {
        return type == other.type
                && Objects.equals(tokenEndpoint, other.tokenEndpoint)
                && Objects.equals(clientId, other.clientId)
                && Objects.equals(scope, other.scope);
    }

    boolean isInVault() {
        return isInVault(secret);
    }

    static boolean isInVault(String secret) {
        return secret != null && VAULT.matcher(secret).matches();
    }

    /** Without the secret, for whatever log it may come to. */
    @Override
    public String toString() {
        return "CallerAuthentication[" + type + "]";
    }
}
