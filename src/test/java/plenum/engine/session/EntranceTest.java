package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.engine.SessionAnswer;
import plenum.engine.dtls.DtlsEndpoint;
import plenum.engine.dtls.DtlsHandshakes;
import plenum.engine.dtls.DtlsIdentity;
import plenum.engine.dtls.DtlsKeys;
import plenum.engine.dtls.DtlsObserver;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.ice.IceLite;
import plenum.engine.ice.StunMessage;
import plenum.engine.net.MediaLoop;

/** A session whose handshake we begin, while all threads for handshakes are taken. */
class EntranceTest {

  private static final InetAddress LOOPBACK = EngineFixture.LOOPBACK;
  private static final String PASSWORD = IceLite.newPassword();
  private static final int STUN_SUCCESS = 1;
  private static final int HANDSHAKE_RECORD = 22;

  private final DtlsIdentity certificate = DtlsIdentity.generate();
  private final DtlsHandshakes handshakes =
      new DtlsHandshakes(certificate, 1, Duration.ofSeconds(30));
  private final Sessions sessions = new Sessions();
  private final LiveStreams streams = new LiveStreams();
  private final Drops drops = new Drops();
  private final Wire wire = new Wire(drops, 0, 0);
  private final MediaLoop loop =
      MediaLoop.open(List.of(LOOPBACK), 0, new Demultiplexer(sessions.directory(), streams, wire));
  private final Entrance entrance =
      new Entrance(
          sessions, streams, EngineFixture.SETTINGS, new RecordedEvents(), handshakes, wire);
  private DatagramSocket peer;

  @BeforeEach
  void open() throws IOException {
    wire.attach(loop);
    peer = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
  }

  @AfterEach
  void close() {
    loop.execute(entrance::endAll);
    loop.close();
    handshakes.close();
    peer.close();
  }

  /** Nobody listens. */
  private record Silence() implements DtlsObserver {
    @Override
    public void connected(DtlsKeys keys) {}

    @Override
    public void failed(String reason) {}

    @Override
    public void closed() {}
  }

  private void enter() {
    SessionIdentity identity =
        new SessionIdentity(
            "id",
            "token",
            "local",
            "remote",
            EngineFixture.STREAM,
            SessionIdentity.Purpose.PLAY,
            Optional.empty(),
            LOOPBACK,
            LOOPBACK,
            Instant.now());
    Agreed agreed =
        new Agreed(
            identity,
            "",
            new IceLite("local", PASSWORD, "remote"),
            new Handshake.Peer(true, List.of("sha-256 " + certificate.fingerprint())),
            (session, all, events) ->
                new PlayerRole(
                    session,
                    all.enter(session),
                    "cname",
                    List.of(),
                    new Links(Optional.empty(), (delay, task) -> {}, new SiteBudget()),
                    events));
    CompletableFuture<SessionAnswer> entered = new CompletableFuture<>();
    loop.execute(() -> entered.complete(entrance.open(agreed, System.nanoTime())));
    entered.join();
  }

  private void nominate() throws IOException {
    StunMessage check = StunMessage.bindingRequest(new byte[12], "local:remote", 1, 2, true);
    byte[] datagram = check.encode(PASSWORD);
    peer.send(new DatagramPacket(datagram, datagram.length, LOOPBACK, loop.port()));
  }

  private int firstByteReceived() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
    peer.receive(packet);
    return packet.getData()[0];
  }

  /** Attends to the sessions until a handshake's record comes. */
  private boolean handshakeComes() throws IOException {
    peer.setSoTimeout(50);
    for (int attempt = 0; attempt < 200; attempt++) {
      loop.execute(() -> entrance.attend(System.nanoTime()));
      try {
        return firstByteReceived() == HANDSHAKE_RECORD;
      } catch (SocketTimeoutException notYet) {
        // The thread may still be busy with the other one's end.
      }
    }
    return false;
  }

  @Test
  void beginsAHandshakeThatHadToWaitForAnotherOnesEnd() throws IOException {
    DtlsEndpoint other =
        handshakes
            .begin(false, "sha-256", certificate.fingerprint(), sent -> {}, new Silence())
            .orElseThrow();
    enter();
    nominate();
    peer.setSoTimeout(10_000);
    assertEquals(STUN_SUCCESS, firstByteReceived(), "the answer to the check");
    other.close();
    assertTrue(handshakeComes());
  }
}
