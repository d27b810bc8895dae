package plenum.signal.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import plenum.identity.VisibleText;
import plenum.quality.JoinFailure;
import plenum.quality.JoinStep;
import plenum.room.RoomId;
import plenum.signal.protocol.BadMessage;
import plenum.signal.quality.QualityMessage.ReportProblem;

/** Reads what a page tells of joining that failed. */
final class WantedFailure {

  private static final Pattern REASON = Pattern.compile("[A-Za-z0-9._-]{1,60}");
  private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_-]{0,128}");

  private final ReportProblem message;

  WantedFailure(ReportProblem message) {
    this.message = message;
  }

  /**
   * @throws BadMessage when it is none
   */
  JoinFailure read() {
    String stream = message.stream().orElse("");
    if (!REASON.matcher(message.reason()).matches()) {
      throw bad("bad-message.quality.reason");
    }
    if (!STREAM.matcher(stream).matches()) {
      throw bad("bad-message.quality.stream");
    }
    return new JoinFailure(
        message.room().flatMap(RoomId::parse),
        step(),
        message.reason(),
        message.sent(),
        stream,
        message.browser().map(this::browser).orElse(""));
  }

  private JoinStep step() {
    return Arrays.stream(JoinStep.values())
        .filter(step -> word(step).equals(message.step()))
        .findFirst()
        .orElseThrow(() -> bad("bad-message.quality.word"));
  }

  /** As messages write it. */
  static String word(JoinStep step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String browser(String text) {
    return VisibleText.of(text, WantedReport.LONGEST_BROWSER)
        .orElseThrow(() -> bad("bad-message.quality.browser"));
  }

  private BadMessage bad(String key) {
    return BadMessage.of(message.request(), key);
  }
}
