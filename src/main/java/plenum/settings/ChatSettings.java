package plenum.settings;

import java.time.Duration;

/**
 * Limits of what people write beside the voice.
 *
 * @param length code points of one message ({@code plenum.chat.length})
 * @param rate messages of one person within ten seconds ({@code plenum.chat.rate})
 * @param stored messages that are kept of one room ({@code plenum.chat.stored})
 * @param changeTime how long one may change and delete what one wrote ({@code
 *     plenum.chat.change-time})
 * @param days how many days a room may keep its messages at most; 0: none may ({@code
 *     plenum.chat.days})
 * @param notes that are kept for one person who has not read them; 0: nobody leaves any ({@code
 *     plenum.chat.notes})
 * @param noteDays how many days they are kept ({@code plenum.chat.note-days})
 */
public record ChatSettings(
    int length, int rate, int stored, Duration changeTime, int days, int notes, int noteDays) {

  /** The window of {@link #rate()}. */
  public static final Duration WINDOW = Duration.ofSeconds(10);

  static ChatSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new ChatSettings(
        source.number("plenum.chat.length", 1, 8_000),
        source.number("plenum.chat.rate", 1, 10_000),
        source.number("plenum.chat.stored", 1, 100_000),
        source.duration("plenum.chat.change-time", Duration.ZERO, Duration.ofDays(1)),
        source.number("plenum.chat.days", 0, 3_650),
        source.number("plenum.chat.notes", 0, 10_000),
        source.number("plenum.chat.note-days", 1, 3_650));
  }
}
