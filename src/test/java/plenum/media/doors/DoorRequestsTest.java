package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.http.ClientAddress;
import plenum.media.stream.MediaFixture;

class DoorRequestsTest {

  /** A request by way of a proxy at 192.0.2.1. */
  private static HttpServletRequest request(List<String> forwardedFor) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            DoorRequestsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> "192.0.2.1";
                  case "getHeaders" ->
                      Collections.enumeration(
                          arguments[0].equals("X-Forwarded-For") ? forwardedFor : List.of());
                  default -> null;
                });
  }

  @Test
  void believesTheProxysHeaderAndNotTheClientsBeforeIt() {
    ClientAddress addresses =
        new ClientAddress(
            MediaFixture.settings(Map.of("plenum.media.trusted-proxies", "192.0.2.1")));
    DoorRequest request =
        new DoorRequests(addresses)
            .of(request(List.of("10.0.0.1", "10.0.0.9")), InputStream.nullInputStream());

    assertEquals(DoorFixture.address("10.0.0.9"), request.remote());
  }
}
