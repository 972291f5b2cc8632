package dev.externaltenants.bench.stats;

/** Two rounds that ran one after the other, so that what else the machine does meets both. */
public record Pair(Round ours, Round other) {}
