package plenum.room;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plenum.media.OnAir;
import plenum.media.StreamId;

/** What one seat may publish, and what of that is on air; guarded by the registry's lock. */
final class SeatStreams {

  private record Permitted(StreamId id, Optional<OnAir> onAir) {}

  /** What of a stream of the camera nobody gets. */
  record Held(StreamId stream, boolean sound, boolean picture) {}

  private final Map<StreamSource, Held> held = new EnumMap<>(StreamSource.class);

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
   * Nobody gets the sound, or the picture, of this source's stream.
   *
   * @return whether that is news
   */
  boolean hold(StreamSource source, Held now) {
    Held before = held.put(source, now);
    return before != null && before.stream().equals(now.stream())
        ? !before.equals(now)
        : now.sound() || now.picture();
  }

  /** Whether nobody gets the sound of the camera's stream. */
  boolean holdsSound() {
    return holds(Held::sound);
  }

  /** Whether nobody gets its picture. */
  boolean holdsPicture() {
    return holds(Held::picture);
  }

  private boolean holds(Predicate<Held> kind) {
    return Optional.ofNullable(held.get(StreamSource.CAMERA)).filter(kind).isPresent();
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

  /**
   * These encodings alone are needed of one of these streams.
   *
   * @return what was needed of it before; empty when that was not known
   */
  Optional<List<String>> want(StreamId stream, List<String> layers) {
    wanted.keySet().retainAll(all());
    return Optional.ofNullable(wanted.put(stream, layers));
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
