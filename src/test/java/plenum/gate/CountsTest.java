package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import plenum.settings.Network;

class CountsTest {

  @Test
  void anAddressHasSoManyAndOthersTheirOwn() throws UnknownHostException {
    Network ada = Network.ofClient(InetAddress.getByName("10.0.0.1"));
    Network bob = Network.ofClient(InetAddress.getByName("10.0.0.2"));
    Counts<Network> connections = new Counts<>(2);
    assertTrue(connections.enter(ada));
    assertTrue(connections.enter(ada));

    assertFalse(connections.enter(ada));
    assertTrue(connections.enter(bob));

    connections.leave(ada);
    assertTrue(connections.enter(ada));
    assertFalse(connections.enter(ada));
  }
}
