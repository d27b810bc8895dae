package plenum.account.guest;

/**
 * CDI event: a room has other guest links now, or one was used.
 *
 * @param room its id
 */
public record GuestLinksChanged(String room) {}
