package plenum.signal.quality;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import plenum.identity.VisibleText;
import plenum.quality.Direction;
import plenum.quality.Figures;
import plenum.quality.Limitation;
import plenum.quality.Measured;
import plenum.quality.MediaKind;
import plenum.quality.Way;
import plenum.signal.protocol.BadMessage;
import plenum.signal.quality.QualityMessage.MeasuredStream;
import plenum.signal.quality.QualityMessage.ReportQuality;

/**
 * Reads what a page tells of its streams: words that are none are refused, numbers beyond what can
 * be are taken as the nearest that can ({@code docs/protocol.md}).
 */
final class WantedReport {

  /** Sounds and pictures in one message. */
  static final int MOST_STREAMS = 64;

  static final int LONGEST_BROWSER = 80;
  private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern CODEC = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  private static final long SHORTEST = 500;
  private static final long LONGEST = 120_000;
  private static final int PIXELS = 16_384;
  private static final int FRAMES = 240;
  private static final int KBITS = 1_000_000;
  private static final int SHARE = 1_000;
  private static final int MILLIS = 60_000;
  private static final int TIMES = 1_000;

  private final ReportQuality message;

  WantedReport(ReportQuality message) {
    this.message = message;
  }

  /**
   * @param usual how long is measured when the page does not tell
   * @throws BadMessage when it is none
   */
  Measured read(Duration usual) {
    if (message.streams().size() > MOST_STREAMS) {
      throw bad("bad-message.quality.streams");
    }
    long millis = message.milliseconds().orElse(usual.toMillis());
    return new Measured(
        Duration.ofMillis(Math.min(LONGEST, Math.max(SHORTEST, millis))),
        message.browser().map(this::browser),
        message.hidden(),
        message.streams().stream().map(this::stream).toList());
  }

  private String browser(String text) {
    return VisibleText.of(text, LONGEST_BROWSER)
        .orElseThrow(() -> bad("bad-message.quality.browser"));
  }

  private Measured.Stream stream(MeasuredStream told) {
    if (!STREAM.matcher(told.stream()).matches()) {
      throw bad("bad-message.quality.stream");
    }
    String codec = told.codec().orElse("");
    if (!codec.isEmpty() && !CODEC.matcher(codec).matches()) {
      throw bad("bad-message.quality.codec");
    }
    return new Measured.Stream(
        told.stream(),
        told.sent() ? Direction.SENT : Direction.RECEIVED,
        word(MediaKind.class, Optional.of(told.kind())).orElseThrow(),
        codec,
        word(Way.class, told.way()),
        figures(told));
  }

  private Figures figures(MeasuredStream told) {
    return new Figures(
        within(told.width(), PIXELS),
        within(told.height(), PIXELS),
        within(told.frameRate(), FRAMES),
        within(told.captured(), FRAMES),
        within(told.bitrate(), KBITS),
        within(told.lost(), SHARE),
        within(told.roundTrip(), MILLIS),
        within(told.jitter(), MILLIS),
        within(told.freezes(), TIMES),
        within(told.frozen(), MILLIS),
        within(told.concealed(), SHARE),
        within(told.firstFrame(), MILLIS),
        word(Limitation.class, told.limited()));
  }

  private static OptionalInt within(OptionalLong number, int most) {
    return number.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(most, Math.max(0, number.getAsLong())));
  }

  private <E extends Enum<E>> Optional<E> word(Class<E> words, Optional<String> told) {
    return told.map(
        text ->
            Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> bad("bad-message.quality.word")));
  }

  private BadMessage bad(String key) {
    return BadMessage.of(message.request(), key);
  }
}
