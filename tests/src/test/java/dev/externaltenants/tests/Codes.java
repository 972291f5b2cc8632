package dev.externaltenants.tests;

/** Codes that are not the right one. */
final class Codes {

    private Codes() {}

    static String otherThan(String code) {
        return otherThan(code, 1);
    }

    /** Returns the n-th wrong code; different numbers give different codes. */
    static String otherThan(String code, int n) {
        long space = (long) Math.pow(10, code.length());
        return String.format("%0" + code.length() + "d", (Long.parseLong(code) + n) % space);
    }
}
