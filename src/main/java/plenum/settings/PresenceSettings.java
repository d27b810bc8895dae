package plenum.settings;

import java.time.Duration;

/**
 * Limits of who is online.
 *
 * @param people online at the same time ({@code plenum.people.max})
 * @param perAddress the same of one address ({@code plenum.people.per-address})
 * @param sessions tabs of one person ({@code plenum.people.sessions})
 * @param reconnect how long a person whose connection broke is waited for ({@code
 *     plenum.signal.reconnect})
 * @param reload how long a person who said good-bye is waited for ({@code plenum.signal.reload})
 * @param nameDays how long the name of somebody who is gone is kept ({@code
 *     plenum.people.name-days}); 0: not at all
 * @param names that are kept ({@code plenum.people.names})
 * @param namesPerAddress the same of one address ({@code plenum.people.names-per-address})
 */
public record PresenceSettings(
    int people,
    int perAddress,
    int sessions,
    Duration reconnect,
    Duration reload,
    int nameDays,
    int names,
    int namesPerAddress) {

  static PresenceSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new PresenceSettings(
        source.number("plenum.people.max", 1, 100_000),
        source.number("plenum.people.per-address", 1, 100_000),
        source.number("plenum.people.sessions", 1, 1_000),
        source.duration("plenum.signal.reconnect", Duration.ZERO, Duration.ofMinutes(10)),
        source.duration("plenum.signal.reload", Duration.ZERO, Duration.ofMinutes(10)),
        source.number("plenum.people.name-days", 0, 3_650),
        source.number("plenum.people.names", 1, 1_000_000),
        source.number("plenum.people.names-per-address", 1, 1_000_000));
  }

  /** How long to wait for somebody whose connection ended. */
  public Duration grace(boolean saidGoodbye) {
    return saidGoodbye ? reload : reconnect;
  }
}
