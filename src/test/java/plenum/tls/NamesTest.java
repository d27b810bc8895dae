package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Meet.Example., meet.example",
    "münchen.example, xn--mnchen-3ya.example",
    "10.0.0.5, 10.0.0.5",
    "[2001:DB8::7], 2001:db8:0:0:0:0:0:7",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
    "*.corp.example, *.corp.example"
  })
  void areWrittenInOneWay(String name, String plain) {
    assertEquals(plain, Names.plain(name));
  }

  @Test
  void areThoseOfTheMachineAndThoseThatAreWanted() {
    Set<String> all = Names.all(List.of("Meet.Example", "*", "two words"), List.of("server"));

    assertTrue(all.containsAll(Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1")), all + "");
    assertTrue(all.containsAll(Set.of("meet.example", "server")), all + "");
    assertTrue(all.containsAll(Names.addresses()), all + "");
    assertFalse(all.contains("*") || all.contains("two words"), all + "");
  }
}
