package plenum.signal;

import plenum.signal.protocol.ProtocolVersion;
import plenum.text.Refused;
import plenum.text.Sentence;

/** Somebody who speaks otherwise, is not known, or has no name yet, and so is not let in. */
final class Stranger extends Refused {

  private enum Reason {
    NO_COMMON_PROTOCOL,
    LOGIN_NEEDED,
    NO_IDENTITY,
    NO_NAME
  }

  private static final long serialVersionUID = 1L;
  private static final int STATUS = 401;

  private Stranger(Reason reason, String key, Object... values) {
    super(reason, STATUS, Sentence.of(key, values));
  }

  static Stranger ofOtherProtocol() {
    return new Stranger(Reason.NO_COMMON_PROTOCOL, "no-common-protocol", ProtocolVersion.spoken());
  }

  static Stranger notLoggedIn() {
    return new Stranger(Reason.LOGIN_NEEDED, "login-needed");
  }

  static Stranger unknown() {
    return new Stranger(Reason.NO_IDENTITY, "no-identity");
  }

  static Stranger nameless() {
    return new Stranger(Reason.NO_NAME, "no-name");
  }
}
