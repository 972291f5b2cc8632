package dev.externaltenants.tests.support;

/**
 * One REST method.
 *
 * @param method of HTTP
 * @param path from the server's root, with its parameters in braces
 */
public record RestMethod(String method, String path) {}
