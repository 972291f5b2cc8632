package dev.externaltenants.tenant.apps;

import dev.externaltenants.userflow.rest.Json;

/** How a language writes a text as a literal, quotes included: a value must never become code of the snippet. */
enum Quoting {
    /** A string of JSON is one of JavaScript, of Java, and in double quotes of YAML, too. */
    JSON {
        @Override
        String quoted(String value) {
            return Json.write(value);
        }
    },
    KOTLIN {
        @Override
        String quoted(String value) {
            return Json.write(value).replace("$", "\\$");
        }
    },
    SHELL {
        @Override
        String quoted(String value) {
            return "'" + value.replace("'", "'\\''") + "'";
        }
    };

    abstract String quoted(String value);
}
