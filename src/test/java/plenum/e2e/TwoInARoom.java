package plenum.e2e;

/** Ada and Bob, without cameras and microphones, in a new room of their own. */
record TwoInARoom(Person ada, Person bob, RoomPage adas, RoomPage bobs) {

  /** Lets them come; the room is called so, and by a number. */
  static TwoInARoom called(String room, People people) {
    Person ada = people.newcomer("Ada").withoutDevices().arrive();
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    String id = people.room(people.roomName(room));
    return new TwoInARoom(ada, bob, ada.enter(id), bob.enter(id));
  }

  /** What is written, as Ada has it. */
  ChatPanel hers() {
    return ChatPanel.on(adas.page());
  }

  /** The same, as Bob has it. */
  ChatPanel his() {
    return ChatPanel.on(bobs.page());
  }
}
