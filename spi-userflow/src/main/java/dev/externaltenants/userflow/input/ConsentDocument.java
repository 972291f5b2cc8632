package dev.externaltenants.userflow.input;

/**
 * What a customer consents to by ticking a box.
 *
 * @param document which document, in the operator's own words or by its address
 * @param version of the document; another one makes another consent
 */
public record ConsentDocument(String document, String version) {}
