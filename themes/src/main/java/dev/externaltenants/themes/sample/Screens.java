package dev.externaltenants.themes.sample;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every page that a customer of a tenant can meet. The samples are new each time, so whoever asks may change them. */
public final class Screens {

    private Screens() {}

    /** Returns all, those of our steps first. */
    public static List<ScreenGroup> groups() {
        return Stream.concat(OurScreens.groups().stream(), KeycloakScreens.groups().stream())
                .toList();
    }

    /** Returns the pages of our steps. */
    public static List<Screen> ours() {
        return screens(OurScreens.groups());
    }

    /** Returns the pages of Keycloak's base theme. */
    public static List<Screen> keycloaks() {
        return screens(KeycloakScreens.groups());
    }

    /** Returns the screen of this id, or nothing. */
    public static Optional<Screen> find(String id) {
        return screens(groups()).stream()
                .filter(screen -> screen.id().equals(id))
                .findFirst();
    }

    private static List<Screen> screens(List<ScreenGroup> groups) {
        return groups.stream().flatMap(group -> group.screens().stream()).toList();
    }
}
