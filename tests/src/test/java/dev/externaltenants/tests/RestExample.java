package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request that a document shows in a block marked {@code http}; {@code docs/README.md} says how to read one.
 *
 * @param where file and line
 * @param headers further ones, by name
 * @param body empty when there is none
 * @param status that the document promises
 */
record RestExample(String where, String method, String path, Map<String, String> headers, String body, int status) {

    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```http\\R((?:.*\\R)*?)\\1```$");
    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|DELETE) (/admin/realms/contoso\\S*)");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z-]+): (.+)");
    private static final Pattern STATUS = Pattern.compile("# (\\d{3})");

    static List<RestExample> in(Path document) {
        String text = Documents.text(document);
        List<RestExample> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            long line = text.substring(0, block.start()).lines().count() + 1;
            String indent = block.group(1);
            examples.add(parse(
                    Documents.REPOSITORY.relativize(document) + ":" + line,
                    block.group(2)
                            .lines()
                            .map(inside -> inside.startsWith(indent) ? inside.substring(indent.length()) : inside)
                            .toList()));
        }
        return examples;
    }

    private static RestExample parse(String where, List<String> lines) {
        Matcher request = matched(REQUEST, lines.get(0), where);
        Matcher status = matched(STATUS, lines.get(lines.size() - 1), where);
        int blank = lines.indexOf("");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, blank)) {
            Matcher header = matched(HEADER, line, where);
            headers.put(header.group(1), header.group(2));
        }
        return new RestExample(
                where,
                request.group(1),
                request.group(2),
                headers,
                lines.subList(blank + 1, lines.size() - 1).stream().collect(Collectors.joining("\n")),
                Integer.parseInt(status.group(1)));
    }

    private static Matcher matched(Pattern pattern, String line, String where) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError(where + ": the example is not as docs/README.md says: " + line);
        }
        return matcher;
    }

    /** Returns the example with what earlier answers gave and in the realm that the test made. */
    RestExample filledIn(String realm, Map<String, String> ids) {
        String filledPath = path.replaceFirst("/realms/contoso", "/realms/" + realm);
        String filledBody = body;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filledPath = filledPath.replace("{" + id.getKey() + "}", id.getValue());
            filledBody = filledBody.replace("{" + id.getKey() + "}", id.getValue());
        }
        return new RestExample(where, method, filledPath, headers, filledBody, status);
    }

    @Override
    public String toString() {
        return where + " " + method + " " + path;
    }
}
