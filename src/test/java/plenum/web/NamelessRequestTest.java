package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class NamelessRequestTest {

  @Test
  void asksForNoNames() {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getLocalAddr" -> "10.0.0.5";
                      case "getRemoteAddr" -> "10.0.0.9";
                      default -> throw new AssertionError(method);
                    });

    NamelessRequest nameless = new NamelessRequest(request);

    assertEquals("10.0.0.5", nameless.getLocalName());
    assertEquals("10.0.0.9", nameless.getRemoteHost());
  }
}
