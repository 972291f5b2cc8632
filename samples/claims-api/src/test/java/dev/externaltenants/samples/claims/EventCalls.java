package dev.externaltenants.samples.claims;

import java.security.interfaces.RSAPublicKey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;

/** As much of a tenant's calls as the answers depend on. */
final class EventCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventCalls() {}

    static JsonNode tokenIssuance(String mail) {
        return call("tokenIssuanceStart", "'authenticationContext':{'user':{'mail':'" + mail + "'}}");
    }

    static JsonNode signUpStart(String address) {
        return call(
                "attributeCollectionStart",
                "'userSignUpInfo':{'attributes':{},'identities':[{'issuerAssignedId':'" + address + "'}]}");
    }

    static JsonNode signUpSubmit(String displayName) {
        return call(
                "attributeCollectionSubmit",
                "'userSignUpInfo':{'attributes':{'displayName':{'value':'" + displayName + "'}},'identities':[]}");
    }

    static JsonNode code(String address, String code) {
        return call("emailOtpSend", "'otpContext':{'identifier':'" + address + "','oneTimeCode':'" + code + "'}");
    }

    static JsonNode password(RSAPublicKey key, String username, String password, String nonce) {
        PlainJWT token = new PlainJWT(new JWTClaimsSet.Builder()
                .claim("user-password", password)
                .claim("username", username)
                .claim("nonce", nonce)
                .build());
        JWEObject jwe = new JWEObject(
                new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), new Payload(token.serialize()));
        try {
            jwe.encrypt(new RSAEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return call("passwordSubmit", "'encryptedPasswordContext':'" + jwe.serialize() + "'");
    }

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static JsonNode call(String event, String data) {
        return json("{'type':'microsoft.graph.authenticationEvent." + event + "','data':{" + data + "}}");
    }
}
