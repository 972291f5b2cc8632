package dev.externaltenants.themes.sample;

/**
 * A page in a state that a customer can meet.
 *
 * @param id in addresses and file names, such as {@code xt-password-error}
 * @param title what an operator calls it
 */
public record Screen(String id, String title, Sample sample) {}
