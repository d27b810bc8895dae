package plenum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingLimitsTest {

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.2.0.0, 16, 10.2.255.255, true",
    "10.2.0.0, 16, 10.3.0.0, false",
    "10.2.128.0, 17, 10.2.127.255, false",
    "10.2.128.0, 17, 10.2.200.1, true",
    "192.168.7.9, 32, 192.168.7.9, true",
    "192.168.7.9, 32, 192.168.7.8, false",
    "0.0.0.0, 0, 203.0.113.7, true",
    "0.0.0.0, 0, 2001:db8::1, false",
    "2001:db8::, 33, 2001:db8:7fff::1, true",
    "2001:db8::, 33, 2001:db8:8000::1, false",
  })
  void aLineHasTheAddressesOfItsRange(String network, int bits, String other, boolean has) {
    assertEquals(has, new SendingLimits.Line(address(network), bits, 1).has(address(other)));
  }

  @Test
  void refusesLinesThatAreNone() {
    InetAddress any = address("10.0.0.0");
    assertThrows(IllegalArgumentException.class, () -> new SendingLimits.Line(any, 33, 1));
    assertThrows(IllegalArgumentException.class, () -> new SendingLimits.Line(any, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SendingLimits.Line(any, 8, 0));
  }
}
