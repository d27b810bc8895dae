/**
 * Rooms, the people in them, the stage where one of them shows a screen, and the devices (cameras,
 * encoders) that people added. A person has at most one seat, held by one tab; it outlives a broken
 * connection for a while. Rooms outlive a restart; seats, devices and the private rooms of calls do
 * not.
 */
package plenum.room;
