package dev.externaltenants.compat;

import java.util.List;

import org.keycloak.models.RealmModel;

/** Questions about the users of the database that Keycloak's own search cannot answer page by page. */
public interface UserDirectory {

    /** Returns the ids of a page of users, ordered by user name; service accounts are none. */
    List<String> page(RealmModel realm, Search search, int first, int max);

    /**
     * Makes writers of this user take turns, on all nodes, until the transaction ends; what is read of the user afterwards
     * is what the writer before has stored. To be called before anything of the user is read or written.
     *
     * @return whether there is such a user
     */
    boolean lock(RealmModel realm, String userId);

    /**
     * Has the database take at once what the transaction has changed, so that its unique keys answer now.
     *
     * @throws org.keycloak.models.ModelDuplicateException when somebody else has a name or an address; the transaction is lost
     */
    void flush();

    /**
     * Returns users of all realms, ordered by their id, that have the attribute and either are enabled or have a value
     * that is smaller as text. One statement on an index, however many realms and users there are.
     *
     * @param after only ids behind this one
     */
    List<Found> marked(String attribute, String smallerThan, String after, int max);

    /** A user and its realm, by their ids. */
    record Found(String realmId, String userId) {}

    /**
     * An attribute with exactly this value, or with it among others.
     *
     * @param attribute as Keycloak names it
     */
    record Having(String attribute, String value) {}

    /** Whether those are wanted of whom something holds. */
    enum Wanted {
        ANY,
        ONLY,
        NONE
    }

    /**
     * What to look for.
     *
     * @param text part of the user name, the e-mail address, the names or the further name, in any case; or empty
     * @param nameAttribute where the further name is
     * @param having an attribute that each has, or null
     * @param holders users that the next is about
     * @param held users that are among the holders
     * @param disabled users that cannot sign in and have no mark
     * @param mark name of an attribute
     * @param marked users that cannot sign in and have the mark
     */
    record Search(
            String text,
            String nameAttribute,
            Having having,
            Holders holders,
            Wanted held,
            Wanted disabled,
            String mark,
            Wanted marked) {}
}
