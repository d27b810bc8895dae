/**
 * The WebSocket {@code /signal}, as {@code docs/protocol.md} describes it: {@code SignalEndpoint}
 * is where the container brings a connection, {@code Reception} lets it in.
 *
 * <pre>
 * signal  ->  page, lobby, room, call, chat, note, typing, quality  ->  protocol  ->  wire
 *             lobby, call -> room (a room as messages show it, and who sees it)
 * </pre>
 *
 * <p>Each of {@code page}, {@code lobby}, {@code room}, {@code call}, {@code chat}, {@code typing}
 * and {@code quality} brings its messages and {@link plenum.signal.protocol.Part}s, which are found
 * by themselves; a new feature is a package beside them, and touches none of them. It may use what
 * {@code room} makes public: {@link plenum.signal.room.RoomAudience} tells everybody who sees a
 * room. Features tell what changed by CDI events; a part's news marks it in topics, which read the
 * present state a moment later, encode the difference once and hand it to every watcher.
 */
package plenum.signal;
