package plenum.signal.room;

import plenum.signal.protocol.Change;

/**
 * A member who speaks, as an entry of the room's topic: short, since it comes and goes all the time
 * and says nothing else of the member.
 */
record SpeakingView(String id) implements RoomEntry {

  @Override
  public Change appeared() {
    return new RoomChange.MemberSpeaking(id, true);
  }

  @Override
  public Change changed() {
    return appeared();
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.MemberSpeaking(id, false);
  }
}
