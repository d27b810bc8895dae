package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import plenum.bench.replay.Recording;
import plenum.bench.replay.Replay;
import plenum.bench.replay.Sender;

/** People without browsers in one room, who publish recordings; one of the first six talks. */
final class RoomCrowd implements AutoCloseable {

  private static final int TALKERS = 6;
  private static final int TALK_SECONDS = 5;
  private static final int PING_SECONDS = 10;

  private final Replay replay = new Replay();
  private final RoomScenario scenario;
  private final Recording recording;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<RoomMember> members = new ArrayList<>();
  private String room = "";
  private int turn;

  private RoomCrowd(RoomScenario scenario, Recording recording) {
    this.scenario = scenario;
    this.recording = recording;
  }

  /**
   * Everybody comes.
   *
   * @param name of the room, which is part of theirs; no other on that site has it
   * @param layers whether the pictures are offered in several sizes
   */
  static RoomCrowd in(
      URI site, RoomScenario scenario, String name, Recording recording, boolean layers)
      throws IOException, InterruptedException {
    RoomCrowd crowd = new RoomCrowd(scenario, recording);
    for (int i = 0; i < scenario.people(); i++) {
      boolean camera = i < scenario.cameras();
      Sender sender = crowd.replay.sender(recording, camera, layers);
      Optional<Sender> small =
          Optional.of(recording.smallest())
              .filter(any -> camera && !layers)
              .map(smallest -> crowd.replay.sender(smallest, true, false));
      RoomMember member = RoomMember.enter(site, name + " " + i, sender, small);
      crowd.members.add(member);
      crowd.room = i == 0 ? member.create("Room of " + name) : crowd.room;
      member.join(crowd.room, camera);
    }
    crowd.clock.scheduleAtFixedRate(crowd::talk, 0, TALK_SECONDS, TimeUnit.SECONDS);
    crowd.clock.scheduleAtFixedRate(crowd::ping, 0, PING_SECONDS, TimeUnit.SECONDS);
    return crowd;
  }

  /** The id of their room. */
  String room() {
    return room;
  }

  /**
   * Some of them receive all others. Nobody sends anything until they can: hundreds of connections
   * do not come to be on a machine that is busy with what comes by those that there are.
   *
   * @param count of those who do, all of whom have cameras
   * @param together whether each does by one connection, as pages do where the site says so
   */
  RoomWatchers watch(int count, boolean together) throws IOException, InterruptedException {
    List<String> cameras =
        members.stream().limit(scenario.cameras()).map(RoomMember::stream).toList();
    List<String> all = members.stream().map(RoomMember::stream).toList();
    RoomWatchers watchers = new RoomWatchers(replay, recording, cameras, all);
    replay.silence(true);
    for (RoomMember member : members.subList(0, count)) {
      watchers.add(member, together);
    }
    replay.silence(false);
    return watchers;
  }

  /** Bytes of all that came to all of them so far, with the headers of IP and UDP. */
  long bytes() {
    return replay.bytes();
  }

  private void talk() {
    int talking = turn++ % Math.min(TALKERS, members.size());
    for (int i = 0; i < members.size(); i++) {
      members.get(i).speak(i == talking);
    }
  }

  private void ping() {
    members.forEach(RoomMember::ping);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    replay.close();
    members.forEach(RoomMember::close);
  }
}
