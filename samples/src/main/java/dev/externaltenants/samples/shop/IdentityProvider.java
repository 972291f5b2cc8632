package dev.externaltenants.samples.shop;

import java.io.IOException;
import java.net.URI;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.externaltenants.samples.shop.SignInRefused.Where;

/** The shop's conversation with its identity provider. The library speaks the protocol and checks the tokens. */
final class IdentityProvider {

    private static final int MILLISECONDS_TO_WAIT = 15_000;

    private final ShopConfig config;
    private final URI callback;
    private Discovery discovery;

    IdentityProvider(ShopConfig config, URI callback) {
        this.config = config;
        this.callback = callback;
    }

    /** Where the browser goes to sign in, or to create an account. */
    URI authorizationUrl(PendingSignIn pending, Prompt prompt) throws SignInRefused {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), clientId(), callback)
                .endpointURI(discovery().authorizationEndpoint())
                .state(pending.state())
                .nonce(pending.nonce())
                .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
                .prompt(prompt)
                .build()
                .toURI();
    }

    /** Turns the authorization response of a sign-in into a customer. */
    Customer redeem(AuthenticationResponse response, PendingSignIn pending) throws SignInRefused {
        if (response instanceof AuthenticationErrorResponse error) {
            throw SignInRefused.by(Where.AUTHORIZATION, error.getErrorObject());
        }
        // The mix-up attack: a response of another provider must not have its code redeemed here (RFC 9207).
        if (response.getIssuer() != null
                && !response.getIssuer().getValue().equals(config.issuer().toString())) {
            throw SignInRefused.byShop("wrong_issuer", "The response came from another identity provider.");
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw SignInRefused.byShop("no_code", "The response carries no authorization code.");
        }
        return verified(tokens(code, pending), pending);
    }

    URI logoutUrl(Customer customer, URI afterwards) throws SignInRefused {
        return new LogoutRequest(discovery().endSessionEndpoint(), customer.idToken(), afterwards, null).toURI();
    }

    private OIDCTokens tokens(AuthorizationCode code, PendingSignIn pending) throws SignInRefused {
        try {
            HTTPRequest request = tokenRequest(new AuthorizationCodeGrant(code, callback, pending.verifier()))
                    .toHTTPRequest();
            request.setConnectTimeout(MILLISECONDS_TO_WAIT);
            request.setReadTimeout(MILLISECONDS_TO_WAIT);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw SignInRefused.by(Where.TOKEN, response.toErrorResponse().getErrorObject());
            }
            return response.toSuccessResponse().getTokens().toOIDCTokens();
        } catch (IOException | ParseException e) {
            throw SignInRefused.byShop("token_endpoint_failed", "The token endpoint gave no usable answer.", e);
        }
    }

    private TokenRequest tokenRequest(AuthorizationCodeGrant grant) throws SignInRefused {
        URI endpoint = discovery().tokenEndpoint();
        return config.clientSecret() == null
                ? new TokenRequest.Builder(endpoint, clientId(), grant).build()
                : new TokenRequest.Builder(
                                endpoint, new ClientSecretBasic(clientId(), new Secret(config.clientSecret())), grant)
                        .build();
    }

    private Customer verified(OIDCTokens tokens, PendingSignIn pending) throws SignInRefused {
        try {
            String accessToken = tokens.getAccessToken().getValue();
            return new Customer(
                    tokens.getIDToken(),
                    accessToken,
                    discovery()
                            .idTokens()
                            .validate(tokens.getIDToken(), pending.nonce())
                            .toJSONObject(),
                    discovery().accessTokens().process(accessToken, null).toJSONObject());
        } catch (BadJOSEException | JOSEException | java.text.ParseException e) {
            throw SignInRefused.byShop("invalid_token", "A token did not pass its checks: " + e.getMessage(), e);
        }
    }

    /** Asked for at the first sign-in, so that the shop may start before its identity provider. */
    private synchronized Discovery discovery() throws SignInRefused {
        if (discovery == null) {
            try {
                discovery = Discovery.of(config, MILLISECONDS_TO_WAIT);
            } catch (GeneralException | IOException e) {
                throw SignInRefused.byShop("discovery_failed", "The identity provider does not answer.", e);
            }
        }
        return discovery;
    }

    private ClientID clientId() {
        return new ClientID(config.clientId());
    }
}
