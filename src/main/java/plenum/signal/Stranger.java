package plenum.signal;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Somebody who is not known, or has no name yet, and so is not let in. */
final class Stranger extends Refused {

  private enum Reason {
    NO_IDENTITY,
    NO_NAME
  }

  private static final long serialVersionUID = 1L;
  private static final int STATUS = 401;

  private Stranger(Reason reason, String key) {
    super(reason, STATUS, Sentence.of(key));
  }

  static Stranger unknown() {
    return new Stranger(Reason.NO_IDENTITY, "no-identity");
  }

  static Stranger nameless() {
    return new Stranger(Reason.NO_NAME, "no-name");
  }
}
