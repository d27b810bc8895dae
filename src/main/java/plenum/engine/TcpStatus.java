package plenum.engine;

/**
 * The TCP connections by which media comes and goes where UDP does not pass.
 *
 * @param open now
 * @param accepted since the start
 * @param refused since the start: there were too many, of all clients or of one address
 * @param unproved since the start: closed because no valid connectivity check came in time
 * @param slow since the start: closed because their clients read too slowly
 */
public record TcpStatus(long open, long accepted, long refused, long unproved, long slow) {}
