package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.Rank;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.forward.Kind;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.forward.TrackId;

class LinksTest {

  private final Links links =
      new Links(Optional.of(EstimateSettings.defaults()), (delay, task) -> {}, new SiteBudget());
  private final PlayerPath path = new PlayerPath(null, null, links, () -> 0);

  private static SessionIdentity player(String id, Optional<String> viewer, String address) {
    try {
      InetAddress from = InetAddress.getByName(address);
      return new SessionIdentity(
          id,
          "token",
          "local",
          "remote",
          new StreamName("live", id),
          SessionIdentity.Purpose.PLAY,
          viewer,
          from,
          from,
          Instant.EPOCH);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private PlayerLink of(String id, Optional<String> viewer, String address) {
    return links.obtain(player(id, viewer, address), 0);
  }

  @Test
  void allConnectionsOfAViewerFromOneAddressShareOne() {
    PlayerLink ann = of("1", Optional.of("ann"), "10.0.0.1");
    assertSame(ann, of("2", Optional.of("ann"), "10.0.0.1"));
    assertNotSame(ann, of("3", Optional.of("ann"), "10.0.0.2"));
    assertNotSame(ann, of("4", Optional.of("ben"), "10.0.0.1"));
    assertNotSame(of("5", Optional.empty(), "10.0.0.1"), of("6", Optional.empty(), "10.0.0.1"));
  }

  @Test
  void forgetsALinkWithItsLastConnection() {
    PlayerLink ann = of("1", Optional.of("ann"), "10.0.0.1");
    PlayerPath second = new PlayerPath(player("2", Optional.empty(), "::1"), null, links, () -> 0);
    ann.add(path);
    ann.add(second);
    ann.remove(path);
    links.tick(1);
    assertEquals(1, links.count());
    ann.remove(second);
    links.tick(2);
    assertEquals(0, links.count());
  }

  @Test
  void whatCarriesNothingTakesNothingFromOthers() {
    PlayerTrack track = new PlayerTrack(new TrackId(Kind.VIDEO, 0), 7, codec -> 96);
    path.carry(track, Rank.OTHER);
    path.carry(track, Rank.SCREEN);
    assertEquals(Map.of(track, Rank.SCREEN), path.carried());
    path.carryNothing(track);
    assertEquals(Map.of(), path.carried());
  }
}
