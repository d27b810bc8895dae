package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  private static final String NAME = "plenum.http.operations";

  private static List<Network> read(String text) {
    return Network.list(new SettingsSource(name -> Optional.of(text)), NAME);
  }

  private static boolean contains(String networks, String address) {
    try {
      InetAddress asked = InetAddress.getByName(address);
      return read(networks).stream().anyMatch(network -> network.contains(asked));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,10.1.2.3,true",
    "10.1.2.3,10.1.2.4,false",
    "2001:db8:1:2::3,2001:db8:1:2:ffff::4,true",
    "2001:db8:1:2::3,2001:db8:1:3::3,false",
    "::ffff:10.1.2.3,10.1.2.3,true",
    "fe80::1,fe80::2,true"
  })
  void takesTheAddressesThatOneClientHasTogether(String one, String other, boolean together)
      throws UnknownHostException {
    Network network = Network.ofClient(InetAddress.getByName(one));
    assertEquals(together, network.equals(Network.ofClient(InetAddress.getByName(other))));
    assertTrue(network.contains(InetAddress.getByName(one)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,10.1.2.3,true",
    "10.1.2.3,10.1.2.4,false",
    "2001:db8:1:2::3,2001:db8:1:ff02::4,true",
    "2001:db8:1:2::3,2001:db8:2:2::3,false"
  })
  void takesTheNetworksThatOneSiteHasTogether(String one, String other, boolean together)
      throws UnknownHostException {
    Network site = Network.ofClient(InetAddress.getByName(one)).site();
    assertEquals(together, site.equals(Network.ofClient(InetAddress.getByName(other)).site()));
    assertTrue(site.contains(InetAddress.getByName(one)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.255.3,true",
    "10.2.0.0,false",
    "192.0.2.7,true",
    "192.0.2.8,false",
    "2001:db8:7fff::1,true",
    "2001:db8:8000::1,false"
  })
  void containsWhatSharesItsFirstBits(String address, boolean contained) {
    assertEquals(contained, contains("10.1.0.0/16, 192.0.2.7, 2001:db8::/33", address));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7,10.0.0.7", "0:0:0:0:0:0:0:1,::1", "2001:db8:0:0:0:0:0:7,2001:db8::7"})
  void writesAddressesAsPeopleKnowThem(String address, String written) throws UnknownHostException {
    assertEquals(written, Network.written(InetAddress.getByName(address)));
  }

  @Test
  void oneStarContainsEverything() {
    assertTrue(contains("*", "203.0.113.1"));
    assertTrue(contains("*", "2001:db8::1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"monitoring.example", "10.0.0.0/33", "10.0.0", "1.2.3.4/", "/8", "::1/129"})
  void saysWhatIsNoAddress(String text) {
    InvalidSetting wrong = assertThrows(InvalidSetting.class, () -> read(text));
    assertTrue(wrong.getMessage().contains(NAME), wrong.getMessage());
  }
}
