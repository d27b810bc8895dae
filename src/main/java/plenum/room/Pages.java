package plenum.room;

import plenum.media.StreamId;

/**
 * What the page behind a seat does there: it publishes, has the stage, hears its person speak. Part
 * of a step of the registry.
 */
final class Pages {

  private final Publishing publishing;
  private final Staging staging;
  private final Voices voices;

  Pages(Publishing publishing, Staging staging, Voices voices) {
    this.publishing = publishing;
    this.staging = staging;
    this.voices = voices;
  }

  /**
   * A page begins in this seat.
   *
   * @param camera what it may publish
   */
  void begins(Seat seat, StreamId camera, Consequences entails) {
    publishing.replace(seat, StreamSource.CAMERA, camera, entails);
  }

  /** Its connection broke; its streams may go on. */
  void broken(Seat seat, Consequences entails) {
    voices.silence(seat, entails);
  }

  /** It is back; what it published may be on air still. */
  void back(Seat seat, Consequences entails) {
    voices.silence(seat, entails); // In case nobody noticed that the connection was broken.
    staging.returned(seat);
  }

  /** It is gone, and everything that it did. */
  void gone(Seat seat, Consequences entails) {
    voices.silence(seat, entails);
    staging.pageGone(seat, entails);
    publishing.endAll(seat, entails);
  }
}
