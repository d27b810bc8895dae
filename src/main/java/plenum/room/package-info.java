/**
 * Rooms and the people in them. A person has at most one seat, held by one tab; it outlives a
 * broken connection for a while. Rooms outlive a restart, seats do not.
 */
package plenum.room;
