package plenum.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void saysThatOtherMachinesNeedHttpsForCameras() {
    String text = Addresses.sentence(8090, Optional.empty(), "/", List.of("192.0.2.7"));
    assertTrue(text.contains("http://localhost:8090/"), text);
    assertTrue(text.contains("http://192.0.2.7:8090/    elsewhere, without camera"), text);
  }

  @Test
  void namesTheSecureAddressWhereThereIsOne() {
    String text = Addresses.sentence(8090, Optional.of(8453), "/plenum/", List.of("192.0.2.7"));
    assertTrue(text.contains("https://192.0.2.7:8453/plenum/"), text);
    assertFalse(text.contains("http://192.0.2.7"), text);
  }
}
