package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.Flow;

class LinksTest {

  private final Links links = new Links(Optional.of(EstimateSettings.defaults()));

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
    return links.obtain(player(id, viewer, address), 0).orElseThrow();
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
    Flow first = ann.open(List.of());
    Flow second = ann.open(List.of());
    ann.close(first, List.of());
    links.tick(1);
    assertEquals(1, links.count());
    ann.close(second, List.of());
    links.tick(2);
    assertEquals(0, links.count());
  }

  @Test
  void estimatesNothingWhereItIsSwitchedOff() {
    assertEquals(
        Optional.empty(),
        new Links(Optional.empty()).obtain(player("1", Optional.empty(), "::1"), 0));
  }
}
