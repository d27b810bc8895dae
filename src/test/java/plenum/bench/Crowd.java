package plenum.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Many participants on one thread, the one that calls. */
final class Crowd implements AutoCloseable {

  private static final int BUFFER = 1 << 18;
  private static final int CONNECTING = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final long PING_NANOS = TEN_SECONDS.toNanos();
  private static final long TURN_NANOS = Duration.ofMillis(100).toNanos();
  private static final String PING = "{\"type\":\"ping\"}";

  private final URI server;
  private final People people;
  private final Tally tally;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final List<Participant> participants = new ArrayList<>();
  private long nextPing = System.nanoTime();
  private int pinging;

  /**
   * @param server its origin, such as {@code http://127.0.0.1:8090}
   */
  Crowd(URI server, People people) throws IOException {
    this.server = server;
    this.people = people;
    this.tally = new Tally(people.size());
    this.selector = Selector.open();
  }

  Tally tally() {
    return tally;
  }

  /** Everybody who is connected, in the order of the people. */
  List<Participant> participants() {
    return List.copyOf(participants);
  }

  /** Connects the first so many people. */
  void connect(int count) throws IOException {
    for (Person person : people.all().subList(0, count)) {
      participants.add(connect(participants.size(), person));
      await("WebSockets", () -> opening() < CONNECTING);
    }
    await("WebSockets", () -> opening() == 0);
  }

  /** Serves all until the condition holds for each of some. */
  void awaitAll(String what, List<Participant> some, Predicate<Participant> condition)
      throws IOException {
    await(what, () -> some.stream().allMatch(condition));
  }

  /** Serves all until the condition holds. */
  void await(String what, BooleanSupplier condition) throws IOException {
    if (!serveUntil(condition, PATIENCE)) {
      throw new IOException("Waited in vain for " + what + "; " + troubles());
    }
  }

  /** Serves all until the condition holds, or so long; whether it holds. */
  boolean serveUntil(BooleanSupplier condition, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now > end) {
        return false;
      }
      serve(now + TURN_NANOS);
    }
    return true;
  }

  /** Serves all for a while. */
  void serveFor(Duration duration) throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      serve(end);
    }
  }

  /** Reads once what came, or waits until something comes, at longest until then. */
  void serve(long until) throws IOException {
    ping();
    long millis = Math.min(until - System.nanoTime(), PING_NANOS) / 1_000_000;
    selector.select(key -> ((Participant) key.attachment()).read(buffer), Math.max(1, millis));
  }

  /** Says good-bye for all, and goes. */
  @Override
  public void close() throws IOException {
    List<Participant> open = participants.stream().filter(Participant::isReading).toList();
    for (Participant participant : open) {
      participant.leave();
    }
    serveUntil(() -> open.stream().noneMatch(Participant::isOpen), TEN_SECONDS);
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  private Participant connect(int index, Person person) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    Upgrade upgrade = new Upgrade(server, person.cookie());
    Participant participant = new Participant(index, key, people, tally, upgrade);
    key.attach(participant);
    return participant;
  }

  private long opening() {
    return participants.stream().filter(participant -> !participant.isOpen()).count();
  }

  private String troubles() {
    var errors = participants.stream().flatMap(p -> p.error().stream()).distinct().toList();
    var closed =
        participants.stream()
            .filter(p -> p.closeCode() != 0)
            .collect(Collectors.groupingBy(Participant::closeCode, Collectors.counting()));
    return "errors: " + errors + ", connections closed by code: " + closed;
  }

  /** As pages do, everybody pings every ten seconds, one after the other. */
  private void ping() throws IOException {
    long now = System.nanoTime();
    while (!participants.isEmpty() && nextPing <= now) {
      pinging = (pinging + 1) % participants.size();
      Participant participant = participants.get(pinging);
      if (participant.isReading()) {
        participant.send(PING);
      }
      nextPing += PING_NANOS / participants.size();
    }
  }
}
