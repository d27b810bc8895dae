package plenum.engine.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import plenum.engine.EngineEvents;
import plenum.engine.Shortage;
import plenum.engine.StreamName;
import plenum.engine.StreamTracks;

/** Events as words, in their order. */
final class RecordedEvents implements EngineEvents {

  private final List<String> words = new CopyOnWriteArrayList<>();

  List<String> words() {
    return List.copyOf(words);
  }

  long count(String word) {
    return words.stream().filter(word::equals).count();
  }

  @Override
  public void published(StreamName stream, String clientId, StreamTracks tracks) {
    words.add("published " + stream.stream());
    words.add("tracks " + tracks);
  }

  @Override
  public void layersWanted(StreamName stream, String clientId, List<String> names) {
    words.add(stream.stream() + " needs " + names);
  }

  @Override
  public void unpublished(StreamName stream, String clientId) {
    words.add("unpublished " + stream.stream());
  }

  @Override
  public void played(StreamName stream, String clientId) {
    words.add("played " + stream.stream());
  }

  @Override
  public void heard(StreamName receiver, Map<String, StreamName> sounds) {
    Map<String, String> names = new TreeMap<>();
    sounds.forEach((mid, stream) -> names.put(mid, stream.stream()));
    words.add(receiver.stream() + " hears " + names);
  }

  @Override
  public void stopped(StreamName stream, String clientId) {
    words.add("stopped " + stream.stream());
  }

  @Override
  public void shortages(StreamName receiver, Map<StreamName, Shortage> pictures) {
    Map<String, String> names = new TreeMap<>();
    pictures.forEach(
        (stream, why) ->
            names.put(stream.stream(), (why.shown() ? "smaller" : "none") + " by " + why.cause()));
    words.add(receiver.stream() + " lacks " + names);
  }
}
