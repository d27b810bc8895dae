package plenum.identity;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Somebody, or all people of one address, do something more often than people do. */
public final class TooOften extends Refused {

  /** Why. */
  public enum Reason {
    TOO_OFTEN
  }

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;

  TooOften(String key) {
    super(Reason.TOO_OFTEN, TOO_MANY_REQUESTS, Sentence.of(key));
  }
}
