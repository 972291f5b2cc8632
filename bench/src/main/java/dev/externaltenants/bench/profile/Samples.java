package dev.externaltenants.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the server was when it was looked at.
 *
 * @param within by method, the share of looks that found it on the stack
 * @param top by method, the share of looks that found it running
 * @param allocated by method, the share of allocated bytes that it or what it called asked for
 */
public record Samples(Map<String, Double> within, Map<String, Double> top, Map<String, Double> allocated) {

    static Samples read(Path file) throws IOException {
        Map<String, Double> within = new HashMap<>();
        Map<String, Double> top = new HashMap<>();
        Map<String, Double> allocated = new HashMap<>();
        double looks = 0;
        double bytes = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                List<String> stack = stack(event);
                if (stack.isEmpty()) {
                    continue;
                }
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    looks++;
                    top.merge(stack.get(0), 1.0, Double::sum);
                    addEach(within, stack, 1);
                }
                if (event.getEventType().getName().equals("jdk.ObjectAllocationSample")) {
                    bytes += event.getLong("weight");
                    addEach(allocated, stack, (double) event.getLong("weight"));
                }
            }
        }
        return new Samples(shares(within, looks), shares(top, looks), shares(allocated, bytes));
    }

    private static List<String> stack(RecordedEvent event) {
        return event.getStackTrace() == null
                ? List.of()
                : event.getStackTrace().getFrames().stream()
                        .map(frame -> name(frame.getMethod()))
                        .toList();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    /** A method that calls itself counts once. */
    private static void addEach(Map<String, Double> sums, List<String> stack, double weight) {
        Set<String> distinct = new HashSet<>(stack);
        distinct.forEach(method -> sums.merge(method, weight, Double::sum));
    }

    private static Map<String, Double> shares(Map<String, Double> sums, double all) {
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue() / all));
    }
}
