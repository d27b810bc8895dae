package plenum.signal.lobby;

/** What the lobby adds to the greeting. */
public record LobbyGreeting(Limits limits) {

  /** Limits that a page shows before it asks. */
  public record Limits(int displayName, int roomName, int members, int devices) {}
}
