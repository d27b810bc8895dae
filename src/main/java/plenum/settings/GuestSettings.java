package plenum.settings;

import java.time.Duration;

/**
 * Limits of guest links.
 *
 * @param links that are good at a time, of one room ({@code plenum.guests.links}); 0 for none
 * @param life how long one is good when nobody says otherwise ({@code plenum.guests.life})
 * @param longest how long one is good at most ({@code plenum.guests.longest})
 */
public record GuestSettings(int links, Duration life, Duration longest) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration YEAR = Duration.ofDays(366);

  static GuestSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    Duration longest = source.duration("plenum.guests.longest", SHORTEST, YEAR);
    return new GuestSettings(
        source.number("plenum.guests.links", 0, 1000),
        source.duration("plenum.guests.life", SHORTEST, longest),
        longest);
  }

  /** Whether somebody may choose this. */
  public boolean permits(Duration wanted) {
    return wanted.compareTo(SHORTEST) >= 0 && wanted.compareTo(longest) <= 0;
  }
}
