package dev.externaltenants.tenant.apps;

import dev.externaltenants.userflow.rest.Json;

/** Apps as a test writes them down: JSON with single quotes. */
final class Apps {

    private Apps() {}

    static Application app(String json) {
        return Json.read(json.replace('\'', '"'), Application.class);
    }
}
