package dev.externaltenants.userflow;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A regular expression that goes the ways of Java's matcher, greedy and depth first, and counts its steps. */
final class SteppingPattern {

    private static final long MAX_READS = 20_000;
    private static final long MAX_STEPS = 20_000_000;

    private final Node root;

    private SteppingPattern(Node root) {
        this.root = root;
    }

    static SteppingPattern any(Random random) {
        return new SteppingPattern(node(random, 5));
    }

    /** {@code (?:|)} so many times and then what no value has. */
    static SteppingPattern emptyChoices(int times) {
        Node choice = new Choice(List.of(new Sequence(List.of()), new Sequence(List.of())));
        return new SteppingPattern(
                new Sequence(Stream.concat(Collections.nCopies(times, choice).stream(), Stream.of(new Letter('#')))
                        .toList()));
    }

    /** Returns what a match of the whole value takes, or takes until there is too much of it. */
    Work match(String value) {
        Work work = new Work(value);
        try {
            root.match(work, 0, end -> end == value.length());
            return work;
        } catch (Enough enough) {
            return work;
        }
    }

    int size() {
        return root.size();
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private static Node node(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> new Choice(nodes(random, depth, 2));
            case 2, 3 -> new Sequence(nodes(random, depth, random.nextInt(6)));
            case 4 -> {
                int least = random.nextInt(3);
                yield new Repeat(node(random, depth - 1), least, least + 1 + random.nextInt(3) * 40);
            }
            default -> new Letter("ab".charAt(random.nextInt(2)));
        };
    }

    private static List<Node> nodes(Random random, int depth, int count) {
        return Stream.generate(() -> node(random, depth - 1)).limit(count).toList();
    }

    static final class Work {

        private final String value;
        private long reads;
        private long steps;

        Work(String value) {
            this.value = value;
        }

        long reads() {
            return reads;
        }

        long steps() {
            return steps;
        }

        private void step() {
            if (++steps > MAX_STEPS) {
                throw new Enough();
            }
        }

        private boolean reads(char letter, int at) {
            if (++reads > MAX_READS) {
                throw new Enough();
            }
            return value.charAt(at) == letter;
        }
    }

    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }

    private sealed interface Node {

        boolean match(Work work, int at, IntPredicate then);

        int size();
    }

    private record Letter(char letter) implements Node {

        @Override
        public boolean match(Work work, int at, IntPredicate then) {
            work.step();
            return at < work.value.length() && work.reads(letter, at) && then.test(at + 1);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String toString() {
            return String.valueOf(letter);
        }
    }

    private record Sequence(List<Node> nodes) implements Node {

        @Override
        public boolean match(Work work, int at, IntPredicate then) {
            return from(0, work, at, then);
        }

        private boolean from(int next, Work work, int at, IntPredicate then) {
            work.step();
            return next == nodes.size()
                    ? then.test(at)
                    : nodes.get(next).match(work, at, end -> from(next + 1, work, end, then));
        }

        @Override
        public int size() {
            return 1 + nodes.size() + nodes.stream().mapToInt(Node::size).sum();
        }

        @Override
        public String toString() {
            return nodes.stream().map(Node::toString).collect(Collectors.joining("", "(?:", ")"));
        }
    }

    private record Choice(List<Node> nodes) implements Node {

        @Override
        public boolean match(Work work, int at, IntPredicate then) {
            work.step();
            return nodes.stream().anyMatch(node -> node.match(work, at, then));
        }

        @Override
        public int size() {
            return 1 + nodes.stream().mapToInt(Node::size).sum();
        }

        @Override
        public String toString() {
            return nodes.stream().map(Node::toString).collect(Collectors.joining("|", "(?:", ")"));
        }
    }

    private record Repeat(Node node, int least, int most) implements Node {

        @Override
        public boolean match(Work work, int at, IntPredicate then) {
            return after(0, work, at, then);
        }

        private boolean after(int times, Work work, int at, IntPredicate then) {
            work.step();
            return (times < most
                            && node.match(
                                    work, at, end -> (end > at || times < least) && after(times + 1, work, end, then)))
                    || (times >= least && then.test(at));
        }

        @Override
        public int size() {
            return 1 + node.size();
        }

        @Override
        public String toString() {
            return "(?:" + node + "){" + least + "," + most + "}";
        }
    }
}
