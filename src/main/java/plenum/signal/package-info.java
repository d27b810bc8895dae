/**
 * The WebSocket {@code /signal}, as {@code docs/protocol.md} describes it. {@code SignalEndpoint}
 * is the container's side of a connection, {@code Connection} ours; {@code Requests} does what
 * clients ask for, with a class of its own for each larger part such as {@code CallRequests}; a
 * {@code Topic} is what many connections watch, as a snapshot and numbered changes.
 *
 * <p>Features tell what changed by CDI events; {@code SignalNews} marks it in the topics, which
 * read the present state a moment later, encode the difference once and hand it to every watcher.
 */
package plenum.signal;
