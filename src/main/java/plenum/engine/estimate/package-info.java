/**
 * What a player's link carries, and who gets what of it: bandwidth is estimated from transport-wide
 * feedback, probed, paced, and shared out among pictures. No sockets, threads or clocks: time comes
 * in as nanoseconds of a clock that does not jump, and goes out as when to ask again. Nothing is
 * allocated for a packet. Rates are bits a second of all that the link carries, headers included.
 */
package plenum.engine.estimate;
