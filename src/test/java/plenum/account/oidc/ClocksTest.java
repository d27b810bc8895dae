package plenum.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  private static String made(long seconds) {
    JWT token =
        new PlainJWT(
            new JWTClaimsSet.Builder().issueTime(Date.from(NOW.plusSeconds(seconds))).build());
    return Clocks.difference(token, Duration.ofSeconds(60), NOW);
  }

  @Test
  void areToldWhereTheyDifferByMoreThanTheSetting() {
    assertEquals(
        " (The provider's clock is 65 s ahead of this server's: set them, or raise"
            + " plenum.oidc.clock-skew.)",
        made(65));
    assertEquals(
        " (The provider's clock is 61 s behind this server's: set them, or raise"
            + " plenum.oidc.clock-skew.)",
        made(-61));
    assertEquals("", made(60));
    assertEquals("", made(-60));
  }

  @Test
  void areNotGuessedFromATokenThatDoesNotTell() {
    JWT token = new PlainJWT(new JWTClaimsSet.Builder().subject("ada").build());
    assertEquals("", Clocks.difference(token, Duration.ZERO, NOW));
  }
}
