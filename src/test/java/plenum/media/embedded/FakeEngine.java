package plenum.media.embedded;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plenum.engine.AddressChange;
import plenum.engine.ClientStatus;
import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.EngineStatus;
import plenum.engine.IceSession;
import plenum.engine.LoopStatus;
import plenum.engine.MediaEngine;
import plenum.engine.MediaRefused;
import plenum.engine.Reception;
import plenum.engine.SendingLimits;
import plenum.engine.SessionAnswer;
import plenum.engine.SessionOffer;
import plenum.engine.Slots;
import plenum.engine.StreamName;
import plenum.engine.StreamStatus;
import plenum.engine.StreamTracks;
import plenum.engine.TcpStatus;

/** An engine without media: one publisher and one player of one stream. */
final class FakeEngine implements MediaEngine {

  static final StreamName STREAM = new StreamName("group", "abc-camera");
  static final StreamTracks TRACKS = new StreamTracks(true, true, "VP9");

  final EngineSettings settings;
  final EngineEvents events;
  Optional<MediaRefused.Reason> refusal = Optional.empty();
  Optional<String> viewer = Optional.empty();
  Optional<InetAddress> counted = Optional.empty();
  boolean repairs;
  Optional<String> place = Optional.empty();
  SendingLimits limits = SendingLimits.NONE;
  AddressChange addresses = AddressChange.NONE;
  Runnable meanwhile = () -> {};
  boolean empty;
  boolean broken;
  final List<String> held = new ArrayList<>();
  boolean closed;

  FakeEngine(EngineSettings settings, EngineEvents events) {
    this.settings = settings;
    this.events = events;
  }

  @Override
  public SessionAnswer publish(SessionOffer offer) {
    return begin("c1", offer);
  }

  @Override
  public SessionAnswer play(SessionOffer offer) {
    viewer = offer.viewer();
    counted = Optional.of(offer.counted());
    repairs = offer.repairs();
    place = offer.place();
    return begin("c2", offer);
  }

  @Override
  public SessionAnswer receive(SessionOffer offer, Slots most) {
    return begin("c3", offer);
  }

  @Override
  public boolean assign(String session, String token, Reception wanted) {
    return token.equals("secret");
  }

  private SessionAnswer begin(String id, SessionOffer offer) {
    refusal.ifPresent(
        reason -> {
          throw new MediaRefused(reason, "Refused on purpose.");
        });
    return new SessionAnswer(id, id + ":client", "secret", "answer to " + offer.sdp());
  }

  @Override
  public boolean end(String session, String token) {
    return session.equals("c1:client") && token.equals("secret");
  }

  @Override
  public Optional<IceSession> ice(String session, String token) {
    return Optional.empty();
  }

  @Override
  public Optional<IceSession> restartIce(String session, String token, String remoteUserFragment) {
    return Optional.empty();
  }

  @Override
  public boolean kick(String clientId) {
    return clientId.equals("c1");
  }

  @Override
  public void hold(StreamName stream, boolean sound, boolean picture) {
    held.add("%s %s %s".formatted(stream.stream(), sound, picture));
  }

  @Override
  public AddressChange addresses() {
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
    return addresses;
  }

  @Override
  public void limit(SendingLimits wanted) {
    limits = wanted;
  }

  @Override
  public List<StreamStatus> streams() {
    return List.of(new StreamStatus(STREAM, "c1", TRACKS, 1, 100, 90));
  }

  @Override
  public List<ClientStatus> clients() {
    InetAddress address = InetAddress.getLoopbackAddress();
    if (empty) {
      return List.of();
    }
    return List.of(
        new ClientStatus(
            "c1", STREAM, true, Optional.empty(), address, true, Instant.EPOCH, 100, 10),
        new ClientStatus("c2", STREAM, false, viewer, address, true, Instant.EPOCH, 10, 90));
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Override
  public TcpStatus tcp() {
    return new TcpStatus(5, 4, 3, 2, 1);
  }

  @Override
  public List<LoopStatus> loops() {
    return Collections.nCopies(settings.loops(), new LoopStatus(3, 2_500_000_000L, 1, 0));
  }

  @Override
  public int port() {
    return settings.port();
  }

  @Override
  public void close() {
    closed = true;
    if (broken) {
      throw new IllegalStateException("It does not end on purpose.");
    }
  }
}
