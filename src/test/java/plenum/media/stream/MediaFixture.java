package plenum.media.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import plenum.audit.AuditEntry;
import plenum.media.MutableClock;
import plenum.media.OnAir;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.media.node.AirBoard;
import plenum.media.node.FakeNode;
import plenum.media.node.Placement;
import plenum.media.ticket.Ticket;
import plenum.media.ticket.TicketKeys;
import plenum.media.ticket.Tickets;
import plenum.settings.MediaSettings;
import plenum.settings.MediaSettingsTest;
import plenum.testing.ManualTimers;

/** The media component without a container, around a node that carries nothing. */
public final class MediaFixture {

  public static final Duration LIFETIME = Duration.ofSeconds(30);
  public static final Duration DEVICE_LIFETIME = Duration.ofHours(12);
  public static final Place ROOM = new Place(PlaceKind.GROUP, "k3J9x2Qa");

  public final MutableClock clock = new MutableClock();
  public final ManualTimers timers = new ManualTimers();
  public final FakeNode node = new FakeNode();
  public final Placement placement = new Placement(node -> false);
  public final List<Object> events = new ArrayList<>();
  public final List<AuditEntry> trail = new ArrayList<>();
  public final MediaSettings settings;
  public final AirBoard board = new AirBoard(Runnable::run, events::add);
  public final Tickets tickets;
  public final Streams streams;
  public final Receivers receivers;
  public final Doorkeeper doorkeeper;

  public MediaFixture() {
    this(Map.of());
  }

  public MediaFixture(Map<String, String> changes) {
    settings = settings(changes);
    tickets = new Tickets(keys("k".repeat(32)), LIFETIME, DEVICE_LIFETIME, clock);
    streams = new Streams(settings, node, placement, board, tickets, Runnable::run);
    receivers = new Receivers(settings, node, placement, tickets, timers, Runnable::run);
    doorkeeper = new Doorkeeper(settings, streams, receivers, tickets, node, trail::add);
  }

  /** The stream is on air, as its node reports. */
  public void onAir(StreamId stream) {
    board.published(new OnAir(stream, true, true, "H264"), "publisher");
  }

  /** It is no more, as the board tells. */
  public void offAir(StreamId stream) {
    board.unpublished(stream, "publisher");
    streams.offAir(stream);
  }

  /** Settings with their defaults but for some. */
  public static MediaSettings settings(Map<String, String> changes) {
    return MediaSettingsTest.settings(new HashMap<>(changes));
  }

  /** Keys of these texts, the signing one first. */
  public static TicketKeys keys(String... texts) {
    List<SecretKey> keys =
        List.of(texts).stream()
            .<SecretKey>map(
                text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
            .toList();
    return () -> keys;
  }

  /** The ticket's text, cut out of its URL. */
  public static String text(Ticket ticket) {
    return ticket.url().substring(ticket.url().indexOf("ticket=") + "ticket=".length());
  }
}
