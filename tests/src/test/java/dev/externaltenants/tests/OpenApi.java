package dev.externaltenants.tests;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods of {@code docs/openapi.yaml} with the statuses they answer.
 *
 * @param statuses by method and path, as in {@code GET /admin/realms/{realm}/external-tenant}
 */
record OpenApi(Map<String, Set<Integer>> statuses) {

    /** One level of indentation is two spaces; with that, lines tell what they are. */
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");

    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch):");
    private static final Pattern STATUS = Pattern.compile("        '(\\d{3})':");

    static OpenApi read() {
        Map<String, Set<Integer>> statuses = new TreeMap<>();
        String path = "";
        String method = "";
        for (String line : Documents.text(Documents.REPOSITORY.resolve("docs/openapi.yaml"))
                .lines()
                .toList()) {
            Matcher pathLine = PATH.matcher(line);
            Matcher methodLine = METHOD.matcher(line);
            Matcher statusLine = STATUS.matcher(line);
            if (pathLine.matches()) {
                path = pathLine.group(1);
            } else if (methodLine.matches()) {
                method = methodLine.group(1).toUpperCase(Locale.ROOT) + " " + path;
                statuses.put(method, new TreeSet<>());
            } else if (statusLine.matches()) {
                statuses.get(method).add(Integer.valueOf(statusLine.group(1)));
            }
        }
        return new OpenApi(statuses);
    }

    /** Returns the statuses of the method that serves the path, or none when no method does. */
    Set<Integer> statusesOf(String method, String path) {
        String wanted = method + " " + path.replaceFirst("\\?.*", "");
        return statuses.entrySet().stream()
                .filter(entry -> serves(entry.getKey(), wanted))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }

    private static boolean serves(String template, String wanted) {
        return wanted.matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }
}
