package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  private static final String HERE = "10.0.0.5";

  private final Hosts hosts =
      new Hosts(List.of("Meet.Example", "*.corp.example", "203.0.113.9"), Set.of("box", "box.lan"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8090",
        "LOCALHOST.",
        "127.0.0.1:8090",
        "127.9.9.9",
        "[::1]:8090",
        "[0:0:0:0:0:0:0:1]",
        "box:8090",
        "BOX.lan",
        "meet.example",
        "meet.example.:443",
        "plenum.corp.example",
        "10.0.0.5:8090",
        "203.0.113.9"
      })
  void knowsItsNames(String header) {
    assertTrue(hosts.know(header, HERE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "meet.example.evil.example",
        "corp.example",
        "a.b.corp.example",
        "xcorp.example",
        "203.0.113.10",
        "10.0.0.50",
        "localhost.evil.example",
        "[2001:db8::1]:8090",
        ":8090",
        "[",
        "a b"
      })
  void knowsNoOthers(String header) {
    assertFalse(hosts.know(header, HERE));
  }

  @Test
  void oneStarIsEveryName() {
    assertTrue(new Hosts(List.of("*"), Set.of()).know("evil.example", HERE));
  }

  @Test
  void takesThePortAway() {
    assertEquals("a.example", Hosts.withoutPort("a.example:8090"));
    assertEquals("[::1]", Hosts.withoutPort("[::1]:8090"));
    assertEquals("a.example", Hosts.withoutPort("a.example"));
  }
}
