package plenum.settings;

import java.time.Duration;

/**
 * Limits of the tokens of programs.
 *
 * @param tokens that there may be ({@code plenum.api.tokens}); 0 for none
 * @param longest how long one is good at most ({@code plenum.api.token-longest})
 */
public record ApiSettings(int tokens, Duration longest) {

  private static final Duration SHORTEST = Duration.ofHours(1);

  static ApiSettings from(SettingsSource source) {
    return new ApiSettings(
        source.number("plenum.api.tokens", 0, 1000),
        source.duration("plenum.api.token-longest", SHORTEST, Duration.ofDays(3660)));
  }

  /** Whether somebody may choose this. */
  public boolean permits(Duration wanted) {
    return wanted.compareTo(SHORTEST) >= 0 && wanted.compareTo(longest) <= 0;
  }
}
