/**
 * Turns one publisher's packets into each player's: no sockets, no keys, no threads. Packets and
 * time come in by method calls, finished plaintext packets leave through {@link
 * plenum.engine.forward.PlayerOutput} and {@link plenum.engine.forward.SourceOutput}.
 *
 * <p>A {@link plenum.engine.forward.Stream} joins at most one {@link plenum.engine.forward.Source}
 * with any number of {@link plenum.engine.forward.Player}s. The unit is the track, by its {@link
 * plenum.engine.forward.TrackId}: each of the source's has its last packets and its key frames,
 * each of a player's its SSRC and its numbers. Everything of one engine runs in one thread.
 */
package plenum.engine.forward;
