package dev.externaltenants.userflow.input;

import java.util.regex.Pattern;

/**
 * What a customer consents to by ticking a box.
 *
 * @param document which document, in the operator's own words or by its address; one line
 * @param version of the document, without spaces; another one makes another consent
 */
public record ConsentDocument(String document, String version) {

    static final int MAX_DOCUMENT = 100;
    static final int MAX_VERSION = 50;

    private static final Pattern DOCUMENT =
            Pattern.compile("[^\\p{C}\\p{Z}](?:[^\\p{C}\\p{Zl}\\p{Zp}]*[^\\p{C}\\p{Z}])?");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._:+-]*[A-Za-z0-9])?");

    boolean namesDocument() {
        return document != null
                && document.length() <= MAX_DOCUMENT
                && DOCUMENT.matcher(document).matches();
    }

    boolean namesVersion() {
        return version != null
                && version.length() <= MAX_VERSION
                && VERSION.matcher(version).matches();
    }
}
