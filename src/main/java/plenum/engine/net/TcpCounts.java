package plenum.engine.net;

/**
 * What became of TCP connections.
 *
 * @param open now
 * @param accepted since the start
 * @param refused since the start: a limit was reached
 * @param unproved since the start: nobody kept them in time
 * @param slow since the start: their clients did not read
 */
public record TcpCounts(long open, long accepted, long refused, long unproved, long slow) {}
