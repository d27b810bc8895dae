package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.media.doors.DoorFixture;
import plenum.media.stream.MediaFixture;
import plenum.settings.InvalidSetting;

class ClientAddressTest {

  private static ClientAddress trusting(String proxies) {
    return new ClientAddress(
        MediaFixture.settings(Map.of("plenum.media.trusted-proxies", proxies)));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, false, https, true",
    "192.0.2.1, false, HTTPS, true",
    "192.0.2.1, false, 'http, https', true",
    "192.0.2.1, false, 'https, http', false",
    "192.0.2.1, false, '', false",
    "192.0.2.1, false, , false",
    "192.0.2.3, false, https, false",
    "192.0.2.3, true, http, true"
  })
  void believesATrustedProxyAloneThatTheBrowserCameByHttps(
      String peer, boolean tls, String header, boolean secure) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getRemoteAddr" -> peer;
                      case "isSecure" -> tls;
                      case "getHeader" -> arguments[0].equals("X-Forwarded-Proto") ? header : null;
                      default -> throw new AssertionError(method);
                    });
    assertEquals(secure, trusting("192.0.2.1").isSecure(request));
  }

  @Test
  void believesNobodysHeaderByDefault() {
    ClientAddress addresses = new ClientAddress(MediaFixture.settings(Map.of()));
    assertEquals(
        DoorFixture.address("192.0.2.1"), addresses.of("192.0.2.1", Optional.of("10.0.0.9")));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, '10.0.0.9', 10.0.0.9",
    "192.0.2.1, '8.8.8.8, 10.0.0.9', 10.0.0.9",
    "192.0.2.1, '10.0.0.9, 192.0.2.2', 10.0.0.9",
    "192.0.2.1, 'fd00::9', fd00::9",
    "192.0.2.1, '[fd00::9]', fd00::9",
    "192.0.2.1, 'evil.example', 192.0.2.1",
    "192.0.2.1, '10.0.0.9, dead', 192.0.2.1",
    "192.0.2.1, '', 192.0.2.1",
    "192.0.2.3, '10.0.0.9', 192.0.2.3"
  })
  void believesTheLastHopThatIsNoTrustedProxy(String peer, String header, String expected) {
    ClientAddress addresses = trusting("192.0.2.1,192.0.2.2");
    assertEquals(DoorFixture.address(expected), addresses.of(peer, Optional.of(header)));
  }

  @Test
  void takesALinkLocalPeerForItself() {
    ClientAddress addresses = new ClientAddress(MediaFixture.settings(Map.of()));
    assertEquals(
        DoorFixture.address("fe80::9"), addresses.of("fe80:0:0:0:0:0:0:9%eth0", Optional.empty()));
  }

  @Test
  void namesAProxyThatIsNoAddress() {
    assertThrows(InvalidSetting.class, () -> trusting("proxy.example"));
  }
}
