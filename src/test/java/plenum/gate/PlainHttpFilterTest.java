package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.settings.SiteSettings;

class PlainHttpFilterTest {

  /**
   * @param root where the container has the application
   */
  private static HttpServletRequest request(String root, String uri, String query) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            PlainHttpFilterTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> "meet.example:8090";
                  case "getContextPath" -> root;
                  case "getRequestURI" -> uri;
                  case "getQueryString" -> query;
                  default -> throw new AssertionError(method);
                });
  }

  /** The guard took the path off; a container that has the application there did not. */
  @ParameterizedTest
  @CsvSource({
    "'', '', /rooms, , https://meet.example:8443/rooms",
    "'', '', /room, id=a, https://meet.example:8443/room?id=a",
    "/plenum, '', /room, id=a, https://meet.example:8443/plenum/room?id=a",
    "/plenum, /plenum, /plenum/rooms, , https://meet.example:8443/plenum/rooms"
  })
  void leadsToTheSamePageOfTheSite(
      String path, String root, String uri, String query, String secure) {
    var site = new SiteSettings(path);
    assertEquals(secure, PlainHttpFilter.secure(request(root, uri, query), site, 8443));
  }
}
