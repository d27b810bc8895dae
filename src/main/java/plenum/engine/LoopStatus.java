package plenum.engine;

/**
 * What one of the engine's loops does; all numbers but that of sessions are since the start.
 *
 * @param sessions that live on it now
 * @param cpuNanos CPU time of its thread: as much more in a second as a core has been busy with it;
 *     -1 where the system does not tell
 * @param handedOver datagrams that came to it and were given to the loop whose they were
 * @param unread datagrams that came to it and were dropped, for the loop whose they were had too
 *     many to read already
 */
public record LoopStatus(int sessions, long cpuNanos, long handedOver, long unread) {}
