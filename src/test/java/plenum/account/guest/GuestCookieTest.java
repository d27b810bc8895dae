package plenum.account.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.account.guest.GuestCookie.Stay;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.PersonId;
import plenum.identity.Secrets;

class GuestCookieTest {

  private final GuestCookie cookie = new GuestCookie(new Secrets("a secret that is long enough"));
  private final Stay stay =
      new Stay(
          "l".repeat(22),
          new Identity(
              PersonId.fresh(), Optional.of(DisplayName.of("Zoë")), Instant.ofEpochSecond(9)));

  private Optional<Stay> read(String value) {
    return cookie.read(List.of("a=b; " + GuestCookie.NAME + "=" + value));
  }

  @Test
  void tellsWhoCameByWhichLink() {
    assertEquals(Optional.of(stay), read(cookie.value(stay)));
  }

  @Test
  void isNobodysWhenAnythingOfItIsOtherwise() {
    String value = cookie.value(stay);
    for (int i = 0; i < value.length() - 1; i++) {
      char other = value.charAt(i) == 'A' ? 'B' : 'A';
      String forged = value.substring(0, i) + other + value.substring(i + 1);
      assertEquals(Optional.empty(), read(forged), forged);
    }
    GuestCookie others = new GuestCookie(new Secrets("another secret, long enough, too"));
    assertEquals(Optional.empty(), read(others.value(stay)));
    assertEquals(Optional.empty(), read("garbage"));
  }
}
