package plenum.room;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import plenum.media.OnAir;
import plenum.media.StreamId;

/**
 * What the page behind a seat does there: it publishes, has the stage, hears its person speak. Part
 * of a step of the registry.
 */
final class Pages {

  private final Publishing publishing;
  private final Staging staging;
  private final Voices voices;
  private final Gates gates;
  private final Showing showing;
  private final Suffering suffering;

  Pages(
      Publishing publishing,
      Staging staging,
      Voices voices,
      Gates gates,
      Showing showing,
      Suffering suffering) {
    this.publishing = publishing;
    this.staging = staging;
    this.voices = voices;
    this.gates = gates;
    this.showing = showing;
    this.suffering = suffering;
  }

  /**
   * A page begins in this seat.
   *
   * @param camera what it may publish
   */
  void begins(Seat seat, StreamId camera, Consequences entails) {
    publishing.replace(seat, StreamSource.CAMERA, camera, entails);
  }

  /**
   * @throws RoomRefused when it may not publish from this source now
   */
  void requirePermitted(Seat seat, StreamSource source) {
    staging.requirePermitted(seat, source);
  }

  /**
   * It publishes.
   *
   * @param fresh kept if it is needed
   * @return the stream that it may publish now
   * @throws RoomRefused when it may not publish from this source now
   */
  StreamId publishes(Seat seat, StreamSource source, StreamId fresh, Consequences entails) {
    staging.requirePermitted(seat, source);
    StreamId stream = publishing.permit(seat, source, fresh, entails);
    gates.look(seat, entails);
    staging.look(seat, entails);
    return stream;
  }

  /** The stream of this name, if a page in that room publishes it. */
  Optional<StreamId> stream(Room room, String name) {
    return publishing.find(room, name);
  }

  /** The media node reported something of a stream, which need not be a page's. */
  void report(StreamId stream, Optional<OnAir> onAir, Consequences entails) {
    publishing
        .report(stream, onAir, entails)
        .ifPresent(
            seat -> {
              staging.look(seat, entails);
              voices.onAirChanged(seat, entails);
            });
    onAir.ifPresent(air -> showing.look(stream.name(), entails));
  }

  /** The media node needs these encodings alone of a stream, which need not be a page's. */
  void want(StreamId stream, List<String> layers, Consequences entails) {
    publishing.want(stream, layers, entails);
  }

  /** The media node hears somebody speak in a stream, or no longer, which need not be a page's. */
  void voice(StreamId stream, boolean speaks, Consequences entails) {
    publishing.speaker(stream).ifPresent(seat -> voices.heard(seat, speaks, entails));
  }

  /** It shows these streams of others small, and no others. */
  void showsSmall(Seat seat, Collection<String> streams, Consequences entails) {
    showing.small(seat, streams, entails);
  }

  /** Somebody came into the room, or left it. */
  void occupancyChanged(Room room, Consequences entails) {
    showing.occupancyChanged(room, entails);
  }

  /** It has the right to play this from now on. */
  void plays(Seat seat, StreamId stream) {
    suffering.plays(seat, stream);
  }

  /** These streams of others arrive badly there, and no others. */
  void suffers(Seat seat, Collection<String> streams, Consequences entails) {
    suffering.told(seat, streams, entails);
  }

  /** It is there anew: what is needed of what it publishes it does not know. */
  void remind(Seat seat, Consequences entails) {
    publishing.remind(seat, entails);
    suffering.remind(seat, entails);
  }

  /** Its devices do something else now. */
  void devicesChanged(Seat seat, Consequences entails) {
    voices.devicesChanged(seat, entails);
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
    showing.small(seat, List.of(), entails);
    suffering.gone(seat);
    voices.silence(seat, entails);
    staging.pageGone(seat, entails);
    publishing.endAll(seat, entails);
  }
}
