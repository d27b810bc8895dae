package plenum.account.guest;

/**
 * CDI event: a guest link is good no longer. Who came by it alone has to go.
 *
 * @param link its id
 * @param room the id of the room that it was for
 */
public record GuestLinkEnded(String link, String room) {}
