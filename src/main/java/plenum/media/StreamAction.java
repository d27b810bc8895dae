package plenum.media;

/** What a ticket permits and a session does. */
public enum StreamAction {
  PUBLISH("whip"),
  PLAY("whep"),
  /** Many streams over one connection; the ticket names that one. */
  RECEIVE("receive");

  private final String door;

  StreamAction(String door) {
    this.door = door;
  }

  /** The last part of the path to POST to, RFC 9725's and WHEP's names. */
  public String door() {
    return door;
  }
}
