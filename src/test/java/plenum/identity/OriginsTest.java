package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.settings.IdentitySettings;

class OriginsTest {

  private final Origins origins =
      new Origins(new IdentitySettings(Optional.empty(), Set.of("https://portal.example")));

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8090, localhost:8090, true",
    "https://meet.example, meet.example, true",
    "https://meet.example, meet.example:443, true",
    "http://meet.example:80, meet.example, true",
    "HTTPS://MEET.example, meet.EXAMPLE, true",
    "https://portal.example, meet.example, true",
    "https://portal.example:443, meet.example, true",
    "http://portal.example, meet.example, false",
    "https://evil.example, meet.example, false",
    "https://meet.example.evil, meet.example, false",
    "https://meet.example:8443, meet.example, false",
    "http://localhost:8091, localhost:8090, false",
    "null, meet.example, false",
    "meet.example, meet.example, false"
  })
  void permitsThisHostAndTheListed(String origin, String host, boolean permitted) {
    assertEquals(permitted, origins.permits(origin, host));
  }

  @ParameterizedTest
  @CsvSource({
    "https://meet.example, meet.example, true",
    "https://MEET.example:443, meet.example, true",
    "https://portal.example, meet.example, false",
    "https://meet.example:8443, meet.example, false",
    "null, meet.example, false",
    "meet.example, meet.example, false"
  })
  void knowsThisHost(String origin, String host, boolean own) {
    assertEquals(own, origins.isOwn(origin, host));
  }
}
