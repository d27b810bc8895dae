package plenum.settings;

import java.time.Duration;

/**
 * Limits of calls.
 *
 * @param ring how long a call, or an invitation, waits for an answer ({@code plenum.call.ring})
 * @param max calls at the same time ({@code plenum.call.max})
 * @param records that are kept of one person ({@code plenum.call.records})
 * @param recordsTotal that are kept of all persons ({@code plenum.call.records-total})
 * @param recordAge how long records are kept ({@code plenum.call.record-days})
 * @param seatPatience how long a side may need to take its seat: as long as a broken connection is
 *     waited for ({@code plenum.signal.reconnect}), and long enough to open a page
 */
public record CallSettings(
    Duration ring,
    int max,
    int records,
    int recordsTotal,
    Duration recordAge,
    Duration seatPatience) {

  private static final Duration TO_OPEN_A_PAGE = Duration.ofSeconds(10);

  static CallSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    Duration reconnect = PresenceSettings.from(source).reconnect();
    return new CallSettings(
        source.duration("plenum.call.ring", Duration.ofSeconds(1), Duration.ofMinutes(10)),
        source.number("plenum.call.max", 1, 100_000),
        source.number("plenum.call.records", 1, 100_000),
        source.number("plenum.call.records-total", 1, 10_000_000),
        Duration.ofDays(source.number("plenum.call.record-days", 1, 3650)),
        reconnect.compareTo(TO_OPEN_A_PAGE) > 0 ? reconnect : TO_OPEN_A_PAGE);
  }
}
