package dev.externaltenants.themes.sample;

import java.util.List;

/**
 * Screens that belong to one undertaking of a customer.
 *
 * @param title what an operator calls it
 */
public record ScreenGroup(String title, List<Screen> screens) {}
