package plenum.media.node;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import plenum.media.LayersWanted;
import plenum.media.OnAir;
import plenum.media.PicturesShort;
import plenum.media.Shortage;
import plenum.media.SoundsHeard;
import plenum.media.StreamId;
import plenum.media.StreamPublished;
import plenum.media.StreamUnpublished;
import plenum.media.VoiceHeard;

/**
 * What is on air, and the events about it.
 *
 * <p>A node's thread only writes the newest fact down; a worker compares it with what it told
 * before and fires the difference. So a slow observer holds up no media, and what waits is never
 * more than one fact a stream. A publisher that leaves and returns while an observer is busy is
 * still told as gone and back.
 */
public final class AirBoard implements NodeReports {

  private static final System.Logger LOG = System.getLogger(AirBoard.class.getName());

  /**
   * @param layers those that are needed of a picture in several encodings; empty for all
   * @param voice whether somebody speaks; empty if the node does not hear that
   */
  private record Fact(OnAir onAir, String clientId, List<String> layers, Optional<Boolean> voice) {

    Fact {
      layers = List.copyOf(layers);
    }

    boolean isOf(String client) {
      return clientId.equals(client);
    }
  }

  private final Map<StreamId, Fact> facts = new HashMap<>();
  private final Set<StreamId> news = new LinkedHashSet<>();
  private final Map<StreamId, Fact> told = new HashMap<>();
  private boolean telling;

  private final Newest<Map<String, StreamId>> heard;
  private final Newest<Map<StreamId, Shortage>> shortages;

  private final Executor worker;
  private final Consumer<Object> listeners;

  public AirBoard(Executor worker, Consumer<Object> listeners) {
    this.worker = worker;
    this.listeners = listeners;
    this.heard = new Newest<>(worker, (receiver, all) -> fire(new SoundsHeard(receiver, all)));
    this.shortages =
        new Newest<>(worker, (receiver, all) -> fire(new PicturesShort(receiver, all)));
  }

  /** The stream, if its node reported it to be on air. */
  public Optional<OnAir> onAir(StreamId id) {
    synchronized (facts) {
      return Optional.ofNullable(facts.get(id)).map(Fact::onAir);
    }
  }

  @Override
  public void published(OnAir onAir, String clientId) {
    synchronized (facts) {
      Optional<Fact> same =
          Optional.ofNullable(facts.get(onAir.stream())).filter(fact -> fact.isOf(clientId));
      List<String> layers = same.map(Fact::layers).orElse(List.of());
      facts.put(onAir.stream(), new Fact(onAir, clientId, layers, same.flatMap(Fact::voice)));
      tell(onAir.stream());
    }
  }

  @Override
  public void layersWanted(StreamId stream, String clientId, List<String> layers) {
    synchronized (facts) {
      Fact fact = facts.get(stream);
      if (fact != null && fact.isOf(clientId)) {
        facts.put(stream, new Fact(fact.onAir(), clientId, layers, fact.voice()));
        tell(stream);
      }
    }
  }

  @Override
  public void speaking(StreamId stream, String clientId, boolean speaks) {
    synchronized (facts) {
      Fact fact = facts.get(stream);
      if (fact != null && fact.isOf(clientId)) {
        facts.put(stream, new Fact(fact.onAir(), clientId, fact.layers(), Optional.of(speaks)));
        tell(stream);
      }
    }
  }

  @Override
  public void unpublished(StreamId stream, String clientId) {
    synchronized (facts) {
      Fact fact = facts.get(stream);
      if (fact != null && fact.isOf(clientId)) {
        facts.remove(stream);
        tell(stream);
      }
    }
  }

  @Override
  public void heard(StreamId receiver, Map<String, StreamId> sounds) {
    heard.report(receiver, sounds);
  }

  @Override
  public void shortages(StreamId receiver, Map<StreamId, Shortage> pictures) {
    shortages.report(receiver, pictures);
  }

  private void tell(StreamId stream) {
    news.add(stream);
    if (!telling) {
      telling = true;
      worker.execute(this::tellAll);
    }
  }

  private void tellAll() {
    for (Optional<StreamId> next = next(); next.isPresent(); next = next()) {
      tellOne(next.get());
    }
  }

  private Optional<StreamId> next() {
    synchronized (facts) {
      Optional<StreamId> first = news.stream().findFirst();
      first.ifPresentOrElse(news::remove, () -> telling = false);
      return first;
    }
  }

  private void tellOne(StreamId stream) {
    Fact now;
    synchronized (facts) {
      now = facts.get(stream);
    }
    Fact before = now == null ? told.remove(stream) : told.put(stream, now);
    boolean same = before != null && now != null && now.isOf(before.clientId());
    if (before != null && !same) {
      fire(new StreamUnpublished(stream));
    }
    if (now != null && !(same && now.onAir().equals(before.onAir()))) {
      fire(new StreamPublished(now.onAir()));
    }
    if (now != null && !now.layers().equals(same ? before.layers() : List.of())) {
      fire(new LayersWanted(stream, now.layers()));
    }
    if (now != null && !now.voice().equals(same ? before.voice() : Optional.empty())) {
      fire(new VoiceHeard(stream, now.voice().orElseThrow()));
    }
  }

  private void fire(Object event) {
    try {
      listeners.accept(event);
    } catch (RuntimeException | Error e) {
      // An error too, such as a class that is missing: otherwise nobody would be told any more.
      LOG.log(System.Logger.Level.ERROR, "An observer of " + event + " failed", e);
    }
  }
}
