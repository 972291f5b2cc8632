package dev.externaltenants.samples.claims;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/** Decides from the bearer token whether the caller is the tenant's event service. */
final class CallerCheck {

    /** The fixed application that calls custom authentication extensions, in Entra as here. */
    static final String EVENT_SERVICE = "99045fe1-7639-4a75-9d4a-577b6ca3810f";

    private static final int MILLISECONDS = 5_000;
    private static final int LARGEST_KEY_SET = 100_000;

    private final ConfigurableJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    CallerCheck(URI issuer, URI backChannel, String audience) {
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.Family.SIGNATURE,
                JWKSourceBuilder.<SecurityContext>create(
                                keysAt(backChannel),
                                new DefaultResourceRetriever(MILLISECONDS, MILLISECONDS, LARGEST_KEY_SET))
                        .build()));
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience,
                new JWTClaimsSet.Builder()
                        .issuer(issuer.toString())
                        .claim("azp", EVENT_SERVICE)
                        .build(),
                Set.of("exp")));
    }

    /** @return why the caller is refused, or empty */
    Optional<String> refusal(Optional<String> authorization) {
        Optional<String> token = authorization
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
        if (token.isEmpty()) {
            return Optional.of("A bearer token is missing.");
        }
        try {
            tokens.process(token.get(), null);
            return Optional.empty();
        } catch (BadJOSEException | JOSEException | ParseException e) {
            return Optional.of("The bearer token is refused: " + e.getMessage());
        }
    }

    private static URL keysAt(URI address) {
        try {
            return URI.create(address + "/protocol/openid-connect/certs").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not the address of an issuer: " + address, e);
        }
    }
}
