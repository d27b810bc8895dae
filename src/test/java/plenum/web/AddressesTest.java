package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private static final List<String> HOSTS = List.of("192.0.2.7", "198.51.100.7");

  @Test
  void saysThatOtherMachinesNeedHttpsForCameras() {
    String text =
        new Addresses(8090, OptionalInt.empty(), "/", HOSTS, Optional.empty())
            .sentence(QrText.Look.BLOCKS);

    assertTrue(text.contains("http://localhost:8090/"), text);
    assertTrue(text.contains("http://192.0.2.7:8090/    elsewhere, without camera"), text);
    assertFalse(text.contains("█"), text);
  }

  @Test
  void namesTheSecureAddressFirstAndAgainForPhones() {
    String text =
        new Addresses(8090, OptionalInt.of(8443), "/plenum/", HOSTS, Optional.empty())
            .sentence(QrText.Look.BLOCKS);

    List<String> lines = text.lines().map(String::strip).toList();
    assertEquals(
        List.of(
            "Plenum is ready. Open",
            "",
            "https://192.0.2.7:8443/plenum/",
            "https://198.51.100.7:8443/plenum/",
            "http://localhost:8090/plenum/    on this machine"),
        lines.subList(0, 5));
    assertTrue(text.contains("█"), text);
    assertTrue(text.contains("for phones: https://192.0.2.7:8443/plenum/"), text);
    assertFalse(text.contains("http://192.0.2.7"), text);
  }
}
