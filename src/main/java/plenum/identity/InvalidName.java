package plenum.identity;

import plenum.text.Refused;
import plenum.text.Sentence;

/** A text by which nobody could be called. */
public final class InvalidName extends Refused {

  private enum Reason {
    NAME_INVALID
  }

  private static final long serialVersionUID = 1L;

  InvalidName(String key) {
    super(Reason.NAME_INVALID, 400, Sentence.of(key));
  }
}
