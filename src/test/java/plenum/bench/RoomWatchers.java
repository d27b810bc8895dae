package plenum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.bench.replay.Received;
import plenum.bench.replay.Recording;
import plenum.bench.replay.Replay;
import plenum.bench.replay.Spectator;

/** Those of a crowd who receive all others, without browsers, as their pages would. */
final class RoomWatchers {

  /** As pages ask for unless the site says otherwise. */
  private static final int SOUNDS = 5;

  private record Watcher(RoomMember member, String receiver) {}

  private final Replay replay;
  private final Recording recording;
  private final List<String> cameras;
  private final List<String> all;
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<Spectator> spectators = new ArrayList<>();

  /**
   * @param cameras the streams with pictures
   * @param all the streams, each of which has a sound
   */
  RoomWatchers(Replay replay, Recording recording, List<String> cameras, List<String> all) {
    this.replay = replay;
    this.recording = recording;
    this.cameras = cameras;
    this.all = all;
  }

  /** One more, who has a camera. */
  void add(RoomMember member, boolean together) throws IOException, InterruptedException {
    if (together) {
      Spectator one = replay.receiver(Math.max(2, cameras.size() - 1), SOUNDS);
      spectators.add(one);
      watchers.add(new Watcher(member, member.receive(one)));
      return;
    }
    for (String other : without(all, member)) {
      Spectator one = replay.player(recording);
      spectators.add(one);
      member.play(one, other);
    }
  }

  private static List<String> without(List<String> streams, RoomMember member) {
    return streams.stream().filter(stream -> !stream.equals(member.stream())).toList();
  }

  /**
   * Those who receive by one connection show the first of the others so high, and the rest so.
   *
   * @param first in points
   * @param rest in points
   */
  void show(int first, int rest) {
    for (Watcher watcher : watchers) {
      Map<String, Integer> heights = new LinkedHashMap<>();
      for (String stream : without(cameras, watcher.member())) {
        heights.put(stream, heights.isEmpty() ? first : rest);
      }
      watcher.member().assign(watcher.receiver(), heights, without(all, watcher.member()));
    }
  }

  int connections() {
    return spectators.size();
  }

  void forgetLateness() {
    spectators.forEach(Spectator::forgetLateness);
  }

  /** What came to all of them so far. */
  Received soFar() {
    return Received.sum(spectators.stream().map(Spectator::soFar));
  }
}
