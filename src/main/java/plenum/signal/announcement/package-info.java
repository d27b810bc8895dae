/** Administrators tell everybody, or everybody in a room, something. */
package plenum.signal.announcement;
