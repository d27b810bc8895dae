package plenum.account.oidc;

import com.nimbusds.jwt.JWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** How far a provider's clock is from this server's, by a token that was made a moment ago. */
final class Clocks {

  private Clocks() {}

  /**
   * What an operator is to mend, behind another sentence.
   *
   * @param skew by how much clocks may differ
   * @return empty when they differ by no more, or it is not known
   */
  static String difference(JWT token, Duration skew, Instant now) {
    Optional<Duration> ahead = made(token).map(made -> Duration.between(now, made));
    return ahead
        .filter(by -> by.abs().compareTo(skew) > 0)
        .map(
            by ->
                " (The provider's clock is %d s %s this server's: set them, or raise"
                        .formatted(by.abs().toSeconds(), by.isNegative() ? "behind" : "ahead of")
                    + " plenum.oidc.clock-skew.)")
        .orElse("");
  }

  private static Optional<Instant> made(JWT token) {
    try {
      return Optional.ofNullable(token.getJWTClaimsSet())
          .map(claims -> claims.getIssueTime())
          .map(Date::toInstant);
    } catch (ParseException unreadable) {
      return Optional.empty();
    }
  }
}
