package plenum.engine.session;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.engine.ice.IceLite;
import plenum.engine.rtcp.Rtcp;

/** Makes sessions that do nothing. */
final class IdleSession {

  private IdleSession() {}

  private static final class Idle implements SessionRole {
    @Override
    public void connected(long nowNanos) {}

    @Override
    public Worth rtp(byte[] b, int off, int len, long nowNanos) {
      return Worth.VAIN;
    }

    @Override
    public void rtcp(List<Rtcp> packets, long nowNanos) {}

    @Override
    public void tick(long nowNanos) {}

    @Override
    public void ended() {}

    @Override
    public Traffic traffic() {
      return new Traffic(0, 0, 0);
    }
  }

  /** One that plays; its id is its Location and the name of its checks as well. */
  static Session of(Optional<String> viewer, InetAddress counted) {
    String id = Unguessable.id();
    SessionIdentity identity =
        new SessionIdentity(
            id,
            "token",
            id,
            "client",
            EngineFixture.STREAM,
            SessionIdentity.Purpose.PLAY,
            viewer,
            EngineFixture.LOOPBACK,
            counted,
            Instant.EPOCH);
    Wire wire = new Wire(new Drops(), 0, 0);
    Handshake handshake =
        new Handshake(new Handshake.Peer(false, List.of()), null, wire, over -> {});
    IceLite ice = new IceLite(id, "password", "client");
    return new Session(identity, ice, handshake, wire, self -> new Idle(), 0);
  }
}
