package dev.externaltenants.samples.shop;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A sign-in that did not succeed, with what the customer's shop was told about it. */
final class SignInRefused extends Exception {

    /** Where the sign-in ended. */
    enum Where {
        AUTHORIZATION("the authorization response"),
        TOKEN("the token endpoint"),
        SHOP("the shop's own checks");

        final String text;

        Where(String text) {
            this.text = text;
        }
    }

    final Where where;
    final String code;
    final String description;

    private SignInRefused(Where where, String code, String description, Throwable cause) {
        super(where.text + ": " + code, cause);
        this.where = where;
        this.code = code;
        this.description = description == null ? "No description was given." : description;
    }

    static SignInRefused by(Where where, ErrorObject error) {
        return new SignInRefused(where, error.getCode(), error.getDescription(), null);
    }

    static SignInRefused byShop(String code, String description) {
        return byShop(code, description, null);
    }

    static SignInRefused byShop(String code, String description, Throwable cause) {
        return new SignInRefused(Where.SHOP, code, description, cause);
    }
}
