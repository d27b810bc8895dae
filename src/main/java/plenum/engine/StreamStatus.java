package plenum.engine;

/**
 * A stream as the engine sees it now: published, or waited for by players.
 *
 * @param name its name
 * @param publisherId the publisher's client id, empty when nobody publishes
 * @param tracks what is published; all false when nobody publishes
 * @param players how many sessions play it
 * @param receivedBytes from the publisher since it came
 * @param sentBytes to all players since the stream came to be
 */
public record StreamStatus(
    StreamName name,
    String publisherId,
    StreamTracks tracks,
    int players,
    long receivedBytes,
    long sentBytes) {}
