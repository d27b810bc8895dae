package plenum.bench;

/**
 * Somebody who connects.
 *
 * @param id as messages name the person
 * @param cookie the header {@code Cookie}; empty where none is needed
 */
record Person(String id, String name, String cookie) {}
