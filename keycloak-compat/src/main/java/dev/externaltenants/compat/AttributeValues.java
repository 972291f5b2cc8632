package dev.externaltenants.compat;

import java.util.List;

import org.keycloak.models.RealmModel;

/** The values that users of the database have for one attribute, asked and removed page by page, however many there are. */
public interface AttributeValues {

    /** Returns how many users of the realm have the attribute. One statement on an index. */
    long holders(RealmModel realm, String attribute);

    /**
     * Returns the ids of users of the realm who have the attribute, ordered. One statement on an index.
     *
     * @param after only ids behind this one
     */
    List<String> holders(RealmModel realm, String attribute, String after, int max);

    /**
     * Removes the attribute from these users of the realm, and from the caches of all nodes what they hold of them. Loads
     * no attribute, and what somebody else writes of the users meanwhile stays.
     */
    void remove(RealmModel realm, String attribute, List<String> userIds);
}
