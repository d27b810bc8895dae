package plenum.settings;

/**
 * Limits of real-time text.
 *
 * @param line code points of one line; a longer one is finished by itself ({@code
 *     plenum.typing.line})
 * @param rate characters that one person may type in a second, in the long run ({@code
 *     plenum.typing.rate})
 */
public record TypingSettings(int line, int rate) {

  static TypingSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new TypingSettings(
        source.number("plenum.typing.line", 20, 4_000),
        source.number("plenum.typing.rate", 20, 100_000));
  }
}
