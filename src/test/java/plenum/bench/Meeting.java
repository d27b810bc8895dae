package plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** People with a room of Plenum. */
final class Meeting implements AutoCloseable {

  /**
   * How a room filled.
   *
   * @param snapshots until everybody had a snapshot of the room
   * @param complete until everybody saw everybody
   * @param bytes that came, to everybody
   * @param serverCpu CPU time of the server
   */
  record Arrival(Duration snapshots, Duration complete, long bytes, Duration serverCpu) {}

  private static final String DEVICES =
      "{\"camera\":true,\"microphone\":true,\"cameraOff\":false,\"muted\":%s}";
  private static final int TIMES_A_SECOND = 5;
  private static int rooms;

  private final MeasuredServer server;
  private final Crowd crowd;
  private final People people;
  private final String room;

  private Meeting(MeasuredServer server, Crowd crowd, People people, String room) {
    this.server = server;
    this.crowd = crowd;
    this.people = people;
    this.room = room;
  }

  /** Connects the first so many people; nobody has a seat yet. */
  static Meeting connect(MeasuredServer server, People people, int count) throws IOException {
    Crowd crowd = new Crowd(server.origin(), people);
    crowd.connect(count);
    crowd.awaitAll("the welcome", crowd.participants(), Participant::isWelcome);
    Participant first = crowd.participants().get(0);
    rooms++;
    first.send("{\"type\":\"create-room\",\"name\":\"Room %d\"}".formatted(rooms));
    crowd.await("a room", () -> first.createdRoom().isPresent());
    return new Meeting(server, crowd, people, first.createdRoom().orElseThrow());
  }

  Crowd crowd() {
    return crowd;
  }

  /** Everybody takes a seat, all at once. */
  Arrival join() throws IOException {
    List<Participant> all = crowd.participants();
    int snapshots = all.get(0).snapshots();
    String join =
        "{\"type\":\"join-room\",\"room\":\"%s\",\"devices\":%s}"
            .formatted(room, DEVICES.formatted(false));
    crowd.tally().begin();
    Moment before = Moment.of(server);
    for (Participant participant : all) {
      participant.send(join);
    }
    crowd.awaitAll("the room", all, participant -> participant.snapshots() > snapshots);
    Duration seated = Duration.ofNanos(System.nanoTime() - before.time());
    crowd.awaitAll("everybody", all, participant -> participant.membersSeen() == all.size());
    Moment used = Moment.of(server).since(before);
    long bytes = crowd.tally().bytes();
    crowd.tally().end();
    return new Arrival(
        seated, Duration.ofNanos(used.time()), bytes, Duration.ofNanos(used.server()));
  }

  /** Everybody gives the seat up, all at once; how long that takes. */
  Duration leave() throws IOException {
    List<Participant> all = crowd.participants().stream().filter(Participant::isReading).toList();
    int departures = all.get(0).departures();
    long start = System.nanoTime();
    for (Participant participant : all) {
      participant.send("{\"type\":\"leave-room\"}");
    }
    crowd.awaitAll("leaving", all, participant -> participant.departures() > departures);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Some of them mute and unmute themselves. */
  Conversation conversation(List<Participant> speakers) {
    return new Conversation(server, crowd, people, speakers, Meeting::mute);
  }

  /** Every second one mutes and unmutes five times a second. */
  Conversation busy() {
    List<Participant> speakers = everySecond();
    return new Conversation(
        server, crowd, people, speakers, Meeting::mute, speakers.size() * TIMES_A_SECOND);
  }

  /** Every second one writes as often. */
  Conversation writing() throws IOException {
    List<Participant> speakers = everySecond();
    for (Participant participant : crowd.participants()) {
      participant.send("{\"type\":\"watch-chat\"}");
    }
    crowd.awaitAll("the chat", crowd.participants(), one -> one.conversations() > 0);
    return new Conversation(
        server, crowd, people, speakers, Meeting::write, speakers.size() * TIMES_A_SECOND);
  }

  private List<Participant> everySecond() {
    return crowd.participants().stream().filter(one -> one.index() % 2 == 0).toList();
  }

  /** All of them do. */
  Conversation conversation() {
    return conversation(crowd.participants());
  }

  @Override
  public void close() throws IOException {
    leave();
    crowd.close();
  }

  private static String write(Person sender, long round) {
    return "{\"type\":\"send-message\",\"text\":\"%s says for the %d. time: and so on.\"}"
        .formatted(sender.name(), round);
  }

  private static String mute(Person sender, long round) {
    return "{\"type\":\"update-devices\",\"devices\":%s}"
        .formatted(DEVICES.formatted(round % 2 == 0));
  }
}
