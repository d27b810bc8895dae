package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.account.Visitor;
import plenum.identity.PersonId;
import plenum.settings.Network;
import plenum.time.Stopwatch;

/**
 * Counts whose connections were refused within the last seconds: who was told why often enough, and
 * comes back at once all the same, is no page of ours. Thread-safe. It remembers a bounded number;
 * when there are more, who was refused first is forgotten.
 */
@ApplicationScoped
public class Refusals {

  /** Tabs that a browser opens again at once are told, each, that they are too many. */
  static final int PERSON = 10;

  /** Of those whom nobody knows; many may share an address. */
  static final int ADDRESS = 100;

  static final Duration WINDOW = Duration.ofSeconds(10);
  static final int CAPACITY = 10_000;

  private static final class Told {
    private final Stopwatch since;
    private int times;

    private Told(Stopwatch since) {
      this.since = since;
    }

    private boolean isOver() {
      return since.passed().compareTo(WINDOW) >= 0;
    }
  }

  private final LongSupplier nanoTime;

  /** The first to be forgotten is the first. */
  private final Map<Object, Told> told = new LinkedHashMap<>();

  public Refusals() {
    this(System::nanoTime);
  }

  Refusals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The person; where nobody knows who it is, all of the network who are not known. */
  static Object who(Optional<Visitor> visitor, InetAddress address) {
    return visitor
        .<Object>map(known -> known.identity().id())
        .orElseGet(() -> Network.ofClient(address));
  }

  /**
   * One more was refused, and told why.
   *
   * @param who as {@link #who} says
   */
  synchronized void add(Object who) {
    forgetOld();
    told.computeIfAbsent(who, first -> new Told(Stopwatch.start(nanoTime))).times++;
    if (told.size() > CAPACITY) {
      told.remove(told.keySet().iterator().next());
    }
  }

  /** Whether nobody was refused lately. */
  synchronized boolean isEmpty() {
    forgetOld();
    return told.isEmpty();
  }

  /** Whether that one was told often enough. */
  synchronized boolean isEnough(Object who) {
    forgetOld();
    Told own = told.get(who);
    return own != null && own.times >= (who instanceof PersonId ? PERSON : ADDRESS);
  }

  private void forgetOld() {
    Iterator<Told> oldest = told.values().iterator();
    while (oldest.hasNext() && oldest.next().isOver()) {
      oldest.remove();
    }
  }

  synchronized int size() {
    return told.size();
  }
}
