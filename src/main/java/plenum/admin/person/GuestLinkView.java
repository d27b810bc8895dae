package plenum.admin.person;

import java.time.Instant;
import java.util.Locale;
import plenum.account.guest.GuestLink;

/**
 * A guest link, as a page shows it.
 *
 * @param room the room's id
 * @param roomName how it is called; its id when it is gone
 * @param state {@code open}, {@code expired}, {@code revoked} or {@code room_gone}
 */
public record GuestLinkView(
    String id, String room, String roomName, Instant made, Instant until, int used, String state) {

  static GuestLinkView of(GuestLink link, String roomName, Instant now) {
    return new GuestLinkView(
        link.id(),
        link.room(),
        roomName,
        link.made(),
        link.until(),
        link.used(),
        link.end()
            .map(why -> why.name().toLowerCase(Locale.ROOT))
            .orElse(now.isBefore(link.until()) ? "open" : "expired"));
  }

  /** Whether somebody can come by it. */
  public boolean isOpen() {
    return "open".equals(state);
  }
}
