package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.http.ClientAddress;

class NamelessRequestTest {

  @Test
  void asksForNoNames() throws UnknownHostException {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getLocalAddr" -> "10.0.0.5";
                      case "getRemoteAddr" -> "10.0.0.9";
                      case "getHeaderNames" ->
                          Collections.enumeration(List.of("Host", "plenum-client-address"));
                      case "getHeader" -> "own.example";
                      default -> throw new AssertionError(method);
                    });

    NamelessRequest nameless = new NamelessRequest(request, InetAddress.getByName("10.0.0.7"));

    assertEquals("10.0.0.5", nameless.getLocalName());
    assertEquals("10.0.0.9", nameless.getRemoteHost());
    assertEquals("own.example", nameless.getHeader("Host"));
    assertEquals(
        List.of(ClientAddress.HEADER, "Host"), Collections.list(nameless.getHeaderNames()));
    assertEquals("10.0.0.7", nameless.getHeader("plenum-Client-address"));
    assertEquals(List.of("10.0.0.7"), Collections.list(nameless.getHeaders(ClientAddress.HEADER)));
  }
}
