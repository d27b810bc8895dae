package plenum.media.viewing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.TicketClaims;

/** Everybody who views now. Thread-safe. */
public final class Viewings {

  /** A client that takes nothing for so long is ended: SRS would drop what it misses anyway. */
  private static final Duration STALL = Duration.ofSeconds(10);

  /** A player asks for its play list every few seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Viewing> byId = new ConcurrentHashMap<>();
  private final Streams streams;

  Viewings(Streams streams) {
    this.streams = streams;
  }

  /**
   * Somebody begins to view.
   *
   * @param base where the node has the stream
   * @throws plenum.media.MediaRefusal when the right is over already, or at the limit of viewers
   */
  Viewing begin(TicketClaims claims, URI base) {
    Viewing viewing =
        new Viewing(unguessable(), claims.personId(), claims.stream(), base, this::left);
    byId.put(viewing.id(), viewing);
    try {
      streams.view(claims, viewing);
    } catch (RuntimeException refused) {
      left(viewing);
      throw refused;
    }
    return viewing;
  }

  /** The one with this id, if it is of this stream and not over. */
  Optional<Viewing> find(String id, StreamId stream) {
    return Optional.ofNullable(byId.get(id)).filter(viewing -> viewing.stream().equals(stream));
  }

  /** How many there are. */
  int count() {
    return byId.size();
  }

  /** Ends those that are gone without a word; to be called every second. */
  void sweep() {
    sweep(STALL, SILENCE);
  }

  void sweep(Duration stall, Duration silence) {
    List.copyOf(byId.values()).forEach(viewing -> viewing.sweep(stall, silence));
  }

  /** Ends all of them. */
  void stop() {
    List.copyOf(byId.values()).forEach(Viewing::end);
  }

  private void left(Viewing viewing) {
    byId.remove(viewing.id());
    streams.left(viewing);
  }

  private String unguessable() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
