package plenum.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The seam's shape only; the media component replaces it. */
@ApplicationScoped
public class Streams {

  public StreamId open(String app, String source) {
    return new StreamId(app, UUID.randomUUID() + "-" + source);
  }

  public void close(StreamId id) {}

  public Optional<OnAir> onAir(StreamId id) {
    return Optional.empty();
  }

  public Ticket publishTicket(StreamId id, String personId) {
    return new Ticket(
        "/rtc/v1/whip/?app=" + id.app() + "&stream=" + id.name(), Instant.now().plusSeconds(30));
  }

  public Ticket playTicket(StreamId id, String personId) {
    return new Ticket(
        "/rtc/v1/whep/?app=" + id.app() + "&stream=" + id.name(), Instant.now().plusSeconds(30));
  }
}
