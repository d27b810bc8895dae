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

  private volatile String holding = "";
  private volatile Runnable until = () -> {};

  /** Does not return from that event before the task has. */
  void hold(String word, Runnable task) {
    until = task;
    holding = word;
  }

  private void say(String word) {
    words.add(word);
    if (word.equals(holding)) {
      until.run();
    }
  }

  List<String> words() {
    return List.copyOf(words);
  }

  long count(String word) {
    return words.stream().filter(word::equals).count();
  }

  @Override
  public void speaking(StreamName stream, String clientId, boolean speaks) {
    say((speaks ? "speaks " : "silent ") + stream.stream());
  }

  @Override
  public void published(StreamName stream, String clientId, StreamTracks tracks) {
    say("published " + stream.stream());
    say("tracks " + tracks);
  }

  @Override
  public void layersWanted(StreamName stream, String clientId, List<String> names) {
    say(stream.stream() + " needs " + names);
  }

  @Override
  public void unpublished(StreamName stream, String clientId) {
    say("unpublished " + stream.stream());
  }

  @Override
  public void played(StreamName stream, String clientId) {
    say("played " + stream.stream());
  }

  @Override
  public void heard(StreamName receiver, Map<String, StreamName> sounds) {
    Map<String, String> names = new TreeMap<>();
    sounds.forEach((mid, stream) -> names.put(mid, stream.stream()));
    say(receiver.stream() + " hears " + names);
  }

  @Override
  public void stopped(StreamName stream, String clientId) {
    say("stopped " + stream.stream());
  }

  @Override
  public void shortages(StreamName receiver, Map<StreamName, Shortage> pictures) {
    Map<String, String> names = new TreeMap<>();
    pictures.forEach(
        (stream, why) ->
            names.put(stream.stream(), (why.shown() ? "smaller" : "none") + " by " + why.cause()));
    say(receiver.stream() + " lacks " + names);
  }
}
