package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.right.Access;
import plenum.right.Deleters;
import plenum.right.Inviters;
import plenum.right.Who;
import plenum.testing.Actors;

class RoomOptionsTest {

  private static final NamedPerson ADA =
      new NamedPerson(Actors.id("Ada"), DisplayName.of("Ada B. Lovelace"));

  static RoomOptions everything() {
    return new RoomOptions(
        Access.PASSWORD,
        Optional.of(RoomPassword.of("open sesame")),
        new Invited(List.of(ADA), List.of("cn=staff,dc=example", "Zwei Wörter")),
        List.of(ADA, new NamedPerson(Actors.id("Grace"), DisplayName.of("Grace"))),
        true,
        true,
        true,
        new Lifetime(
            Optional.of(Duration.ofMinutes(90)),
            Optional.of(Instant.parse("2027-01-01T00:00:00Z"))),
        OptionalInt.of(7),
        new Floor(Who.MODERATORS, Who.MODERATORS, Who.MODERATORS),
        Deleters.MODERATORS,
        Inviters.MODERATORS,
        14);
  }

  @Test
  void comeBackFromTextsAsTheyWere() {
    RoomOptions options = everything();
    assertEquals(options, RoomOptions.of(options.toMap()));
    assertEquals(RoomOptions.DEFAULT, RoomOptions.of(Map.of()));
    assertEquals(Map.of(), RoomOptions.DEFAULT.toMap());
  }

  @Test
  void passOverWhatANewerPlenumAdds() {
    Map<String, String> map = new HashMap<>(Map.of("locked", "true"));
    map.put("weather", "rain");
    assertTrue(RoomOptions.of(map).locked());
  }

  @Test
  void areNotReadWithAValueThatIsNone() {
    for (var wrong :
        Map.of("access", "some", "ends", "soon", "most", "few", "password", "plain").entrySet()) {
      assertThrows(
          IllegalArgumentException.class,
          () -> RoomOptions.of(Map.of(wrong.getKey(), wrong.getValue())));
    }
    assertThrows(
        IllegalArgumentException.class, () -> RoomOptions.of(Map.of("access", "password")));
  }

  @Test
  void tellsAPasswordFromOthersAndShowsNothingOfIt() {
    RoomPassword password = RoomPassword.of("open sesame");
    assertTrue(password.is("open sesame"));
    assertFalse(password.is("Open sesame"));
    assertTrue(password.hash().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertNotEquals(password, RoomPassword.of("open sesame"));
    assertFalse(password.toString().contains("$"));
    assertTrue(new RoomPassword(password.hash()).is("open sesame"));
    assertTrue(RoomPassword.of("\u00e9t\u00e9-2027").is("e\u0301te\u0301-2027"));
  }

  @Test
  void endWhenTheFirstOfBothIsDue() {
    Instant noon = Instant.parse("2027-01-01T12:00:00Z");
    Lifetime both = new Lifetime(Optional.of(Duration.ofHours(1)), Optional.of(noon));
    Instant now = noon.minus(Duration.ofMinutes(20));
    Optional<Duration> tenMinutes = Optional.of(Duration.ofMinutes(10));
    Optional<Duration> twenty = Optional.of(Duration.ofMinutes(20));
    assertEquals(twenty, both.left(now, Optional.empty()), "somebody is inside");
    assertEquals(twenty, both.left(now, tenMinutes), "empty for ten minutes of sixty");
    assertEquals(tenMinutes, both.left(now, Optional.of(Duration.ofMinutes(50))));
    assertEquals(Optional.empty(), Lifetime.UNLIMITED.left(now, tenMinutes));
  }
}
