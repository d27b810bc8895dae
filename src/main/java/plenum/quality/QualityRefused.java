package plenum.quality;

import plenum.text.Refused;
import plenum.text.Sentence;

/** What a page tells of its streams is not taken. */
public final class QualityRefused extends Refused {

  /** Why. */
  public enum Reason {
    TOO_OFTEN
  }

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;

  QualityRefused(Reason reason, String key) {
    super(reason, TOO_MANY_REQUESTS, Sentence.of(key));
  }
}
