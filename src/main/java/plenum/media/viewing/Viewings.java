package plenum.media.viewing;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.TicketClaims;

/** Everybody who views now. Thread-safe. */
@ApplicationScoped
public class Viewings {

  /** A client that takes nothing for so long is ended: SRS would drop what it misses anyway. */
  private static final Duration STALL = Duration.ofSeconds(10);

  /** A player asks for its play list every few seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Viewing> byId = new ConcurrentHashMap<>();
  private Streams streams;

  @Resource private ManagedScheduledExecutorService threads;

  /** For the container's proxy. */
  protected Viewings() {}

  @Inject
  Viewings(Streams streams) {
    this.streams = streams;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    threads.scheduleWithFixedDelay(() -> sweep(STALL, SILENCE), 1, 1, TimeUnit.SECONDS);
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

  void sweep(Duration stall, Duration silence) {
    List.copyOf(byId.values()).forEach(viewing -> viewing.sweep(stall, silence));
  }

  @PreDestroy
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
