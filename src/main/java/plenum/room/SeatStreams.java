package plenum.room;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.media.OnAir;
import plenum.media.StreamId;

/** What one seat may publish, and what of that is on air; guarded by the registry's lock. */
final class SeatStreams {

  private record Permitted(StreamId id, Optional<OnAir> onAir) {}

  /** What of the camera's stream nobody gets. */
  record Held(StreamId stream, boolean sound, boolean picture) {}

  private Optional<Held> held = Optional.empty();

  private final Map<StreamId, List<String>> wanted = new HashMap<>();
  private final Map<StreamSource, Permitted> bySource = new EnumMap<>(StreamSource.class);

  Optional<StreamId> of(StreamSource source) {
    return Optional.ofNullable(bySource.get(source)).map(Permitted::id);
  }

  List<StreamId> all() {
    return bySource.values().stream().map(Permitted::id).toList();
  }

  /** The stream of this name. */
  Optional<StreamId> named(String name) {
    return all().stream().filter(stream -> stream.name().equals(name)).findFirst();
  }

  /**
   * Nobody gets the sound, or the picture, of the camera's stream.
   *
   * @return whether that is news
   */
  boolean hold(Held now) {
    boolean any = now.sound() || now.picture();
    boolean news =
        held.isPresent() && held.get().stream().equals(now.stream())
            ? !held.get().equals(now)
            : any;
    held = Optional.of(now);
    return news;
  }

  /** Whether nobody gets the sound of the camera's stream. */
  boolean holdsSound() {
    return held.filter(Held::sound).isPresent();
  }

  /** Whether nobody gets its picture. */
  boolean holdsPicture() {
    return held.filter(Held::picture).isPresent();
  }

  boolean isOnAir(StreamSource source) {
    return Optional.ofNullable(bySource.get(source)).flatMap(Permitted::onAir).isPresent();
  }

  /** Whether the stream with the microphone is on air, with sound. */
  boolean isHeard() {
    return Optional.ofNullable(bySource.get(StreamSource.CAMERA))
        .flatMap(Permitted::onAir)
        .filter(OnAir::audio)
        .isPresent();
  }

  /** From now on this one, which is not on air yet. */
  void put(StreamSource source, StreamId stream) {
    bySource.put(source, new Permitted(stream, Optional.empty()));
  }

  void remove(StreamSource source) {
    bySource.remove(source);
  }

  void removeAll() {
    bySource.clear();
  }

  /** These encodings alone are needed of one of these streams. */
  void want(StreamId stream, List<String> layers) {
    wanted.keySet().retainAll(all());
    wanted.put(stream, layers);
  }

  /** The encodings that are needed of streams in several. */
  Map<StreamId, List<String>> wanted() {
    wanted.keySet().retainAll(all());
    return Map.copyOf(wanted);
  }

  /** The media node reported something of one of these streams. */
  void report(StreamId stream, Optional<OnAir> onAir) {
    bySource.replaceAll(
        (source, known) -> known.id().equals(stream) ? new Permitted(stream, onAir) : known);
    if (onAir.isEmpty()) {
      wanted.remove(stream);
    }
  }

  /** Those on air, as others see them; the camera first. */
  List<MemberStream> seen() {
    return bySource.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().onAir().stream()
                    .map(air -> MemberStream.of(air, entry.getKey().text())))
        .toList();
  }
}
