package plenum.media.node;

import plenum.media.StreamId;

/**
 * A stream as its node sees it now: published, or waited for by players.
 *
 * @param stream its name
 * @param publisherId the publisher's client id, empty when nobody publishes
 * @param audio whether sound is published
 * @param video whether a picture is published
 * @param codec the picture's codec, empty without one
 * @param receivedBytes from the publisher since it came
 * @param sentBytes to all players since the stream came to be
 */
public record NodeStream(
    StreamId stream,
    String publisherId,
    boolean audio,
    boolean video,
    String codec,
    long receivedBytes,
    long sentBytes) {

  /** Whether somebody publishes it. */
  public boolean published() {
    return !publisherId.isEmpty();
  }
}
