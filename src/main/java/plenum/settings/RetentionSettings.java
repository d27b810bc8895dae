package plenum.settings;

import java.util.stream.IntStream;

/**
 * How long records are kept, in days, and how many.
 *
 * @param callDays of calls ({@code plenum.call.record-days})
 * @param attendanceDays who was where ({@code plenum.store.attendance-days})
 * @param auditDays who did what ({@code plenum.store.audit-days})
 * @param qualityDays how good meetings were, who could not join, and how much there was ({@code
 *     plenum.store.quality-days})
 * @param deviceTestDays what tests of devices found ({@code plenum.store.device-test-days})
 * @param deviceTests of one person that are kept; 0: none are ({@code plenum.store.device-tests})
 * @param backups copies of the file that are kept, one a day; 0: none are made ({@code
 *     plenum.store.backups})
 */
public record RetentionSettings(
    int callDays,
    int attendanceDays,
    int auditDays,
    int qualityDays,
    int deviceTestDays,
    int deviceTests,
    int backups) {

  private static final int LONGEST = 3650;

  static RetentionSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new RetentionSettings(
        source.number("plenum.call.record-days", 1, LONGEST),
        source.number("plenum.store.attendance-days", 1, LONGEST),
        source.number("plenum.store.audit-days", 1, LONGEST),
        source.number("plenum.store.quality-days", 1, LONGEST),
        source.number("plenum.store.device-test-days", 1, LONGEST),
        source.number("plenum.store.device-tests", 0, 1000),
        source.number("plenum.store.backups", 0, 365));
  }

  /** Of whatever is kept longest. */
  public int longest() {
    return IntStream.of(callDays, attendanceDays, auditDays, qualityDays, deviceTestDays)
        .max()
        .orElseThrow();
  }
}
