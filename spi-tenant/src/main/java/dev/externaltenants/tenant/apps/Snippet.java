package dev.externaltenants.tenant.apps;

/**
 * A ready configuration for a library.
 *
 * @param library its name
 * @param file what to call the file
 * @param text its content
 */
record Snippet(String library, String file, String text) {}
