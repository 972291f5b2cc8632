package dev.externaltenants.customattributes.hook;

/**
 * What a customer reads whose sign-up a hook ends: plain text in the customer's language.
 *
 * @param title null for a title of ours
 * @param message what to do now
 */
public record BlockPage(String title, String message) {}
