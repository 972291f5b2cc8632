package dev.externaltenants.customattributes.claims;

/**
 * A claim in the tokens of an app.
 *
 * @param claim its name in the ID token, the access token and userinfo
 * @param attribute whose value it carries: a built-in attribute by Entra's name, or a custom one
 */
public record ApplicationClaim(String claim, String attribute) {}
