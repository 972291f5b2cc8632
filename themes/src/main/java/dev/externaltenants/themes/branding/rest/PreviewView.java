package dev.externaltenants.themes.branding.rest;

import dev.externaltenants.themes.branding.PreviewLink;

/**
 * A preview link as the REST shows it.
 *
 * @param expiresAt in ISO 8601
 */
record PreviewView(String url, String expiresAt) {

    static PreviewView of(PreviewLink link) {
        return new PreviewView(link.url(), link.expiresAt().toString());
    }
}
