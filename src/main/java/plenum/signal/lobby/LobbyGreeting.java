package plenum.signal.lobby;

/** What the lobby adds to the greeting. */
public record LobbyGreeting(Limits limits, Permitted rights) {

  /** Limits that a page shows before it asks. */
  public record Limits(int displayName, int roomName, int members, int devices) {}

  /**
   * What the receiver may do here.
   *
   * @param deleteRooms which rooms that one may delete: {@code own}, and those of nobody who is
   *     known; {@code owned}, without these; or {@code all}
   * @param moderateRooms which that one moderates: {@code own}, or {@code all}
   */
  public record Permitted(String deleteRooms, String moderateRooms) {}
}
