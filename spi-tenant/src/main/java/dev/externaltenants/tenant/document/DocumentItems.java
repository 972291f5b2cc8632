package dev.externaltenants.tenant.document;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The objects of a section that lists them, over the engine that keeps them and its rules. A kind of object gets into the
 * document by an implementation of this, named in {@link SectionedDocumentProvider}.
 *
 * @param <T> an object as its engine has it
 */
interface DocumentItems<T> {

    /** Returns the field that tells the objects apart, in any realm. */
    String key();

    Stream<T> list();

    /** Returns the object as documents have it: without ids, versions and secrets, others by their names. */
    ObjectNode show(T item);

    /** Reads an object of a document; defaults fill what it leaves out. Refusals name fields from the object on. */
    T read(ObjectNode shown);

    void create(T wanted);

    void replace(T present, T wanted);

    void remove(T present);

    /** Returns the field whose secret would become another one, which no comparison of what is shown can tell. */
    default Optional<String> changedSecret(T present, T wanted) {
        return Optional.empty();
    }

    /** Says whether others of the section name it, so that it must come before them and go after them. */
    default boolean isNamedByOthers(T item) {
        return false;
    }
}
