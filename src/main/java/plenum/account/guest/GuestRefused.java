package plenum.account.guest;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something about a guest link is not possible. */
public final class GuestRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** There never was one, or it is forgotten. */
    NO_SUCH_GUEST_LINK(404),
    GUEST_LINK_EXPIRED(410),
    GUEST_LINK_REVOKED(410),
    /** Another browser has used it, and it was for one. */
    GUEST_LINK_USED_UP(410),
    /** The room that it was for is gone. */
    GUEST_LINK_ROOM_GONE(410),
    /** As many are good as may be at a time, or the site permits none. */
    TOO_MANY_GUEST_LINKS(409),
    /** Nobody may make one for such a time. */
    GUEST_LINK_TIME(400);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  GuestRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }

  /** There is no such link. */
  public static GuestRefused unknown() {
    return new GuestRefused(Reason.NO_SUCH_GUEST_LINK, "no-such-guest-link");
  }

  static GuestRefused expired() {
    return new GuestRefused(Reason.GUEST_LINK_EXPIRED, "guest-link-expired");
  }

  static GuestRefused usedUp() {
    return new GuestRefused(Reason.GUEST_LINK_USED_UP, "guest-link-used-up");
  }

  /** The room that it was for is gone. */
  public static GuestRefused roomGone() {
    return new GuestRefused(Reason.GUEST_LINK_ROOM_GONE, "guest-link-room-gone");
  }

  static GuestRefused ended(GuestLink.End why) {
    return switch (why) {
      case REVOKED -> new GuestRefused(Reason.GUEST_LINK_REVOKED, "guest-link-revoked");
      case ROOM_GONE -> roomGone();
    };
  }
}
