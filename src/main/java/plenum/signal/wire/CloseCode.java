package plenum.signal.wire;

/** Why the server closes a connection. 4009 is a page's own: it comes back by another one. */
public enum CloseCode {
  /** Nothing was heard for too long. */
  IDLE(1001, "nothing heard", true),
  /** The server stops. */
  RESTARTING(1012, "server restarts"),
  /** There are as many people as permitted. */
  FULL(1013, "server full"),
  /** No valid cookie, no name, or a name that is taken. */
  NO_IDENTITY(4001, "no identity"),
  /** Too many protocol errors. */
  TOO_MANY_ERRORS(4002, "too many protocol errors"),
  /** The client did not read. */
  TOO_SLOW(4003, "too slow", true),
  /** The person has too many tabs. */
  TOO_MANY_SESSIONS(4004, "too many sessions"),
  /** The same page came back by another connection. */
  REPLACED(4005, "replaced by a newer connection", true),
  /** The client speaks no version of the protocol that the server speaks. */
  NO_COMMON_PROTOCOL(4006, "no common version of the protocol"),
  /** Nobody comes in without a login, or the login is over. */
  NOT_LOGGED_IN(4007, "not logged in"),
  /** The guest link by which that one came is good no longer. */
  GUEST_LINK_ENDED(4008, "guest link ended");

  private final int code;
  private final String phrase;
  private final boolean unread;

  CloseCode(int code, String phrase) {
    this(code, phrase, false);
  }

  CloseCode(int code, String phrase, boolean unread) {
    this.code = code;
    this.phrase = phrase;
    this.unread = unread;
  }

  int code() {
    return code;
  }

  String phrase() {
    return phrase;
  }

  /** Whether the client does not read anyway: what waits for it is not sent first. */
  public boolean unread() {
    return unread;
  }
}
