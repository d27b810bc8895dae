package plenum.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import plenum.engine.EngineStatus;
import plenum.engine.session.TestPeer;

/**
 * Packets that did not arrive within the measured time, and what is known about where they went. A
 * packet that the kernel drops before the server misses at every player.
 *
 * @param lost by all players, whatever the reason
 * @param beforeServer dropped by the kernel at the server's socket
 * @param server what the server counted; empty when it does not tell
 * @param beforePlayers dropped by the kernel at the players' sockets
 */
record Losses(long lost, long beforeServer, Optional<EngineStatus> server, long beforePlayers) {

  /** The counters at the beginning. */
  static final class Watch {

    private final MediaServer media;
    private final Set<Integer> players;
    private final Losses before;

    private Watch(MediaServer media, List<TestPeer> players)
        throws IOException, InterruptedException {
      this.media = media;
      this.players = players.stream().map(TestPeer::port).collect(Collectors.toSet());
      this.before = now(0);
    }

    private Losses now(long lost) throws IOException, InterruptedException {
      long beforeServer = KernelDrops.at(Set.of(media.mediaPort()));
      return new Losses(lost, beforeServer, media.status(), KernelDrops.at(players));
    }

    /** What was added since. */
    Losses end(long lost) throws IOException, InterruptedException {
      return now(lost).since(before);
    }
  }

  static Watch watch(MediaServer media, List<TestPeer> players)
      throws IOException, InterruptedException {
    return new Watch(media, players);
  }

  private Losses since(Losses before) {
    return new Losses(
        lost - before.lost,
        beforeServer - before.beforeServer,
        server.map(now -> difference(now, before.server.orElseThrow())),
        beforePlayers - before.beforePlayers);
  }

  private static EngineStatus difference(EngineStatus now, EngineStatus before) {
    return new EngineStatus(
        now.received() - before.received(),
        now.sent() - before.sent(),
        now.unsent() - before.unsent(),
        now.strange() - before.strange(),
        now.rejected() - before.rejected(),
        now.overLimit() - before.overLimit(),
        now.trackless() - before.trackless(),
        now.unread() - before.unread());
  }

  /** The columns of some runs together: lost, before the server, in it, before the players. */
  static String columns(List<Losses> runs) {
    return "%d | %d | %s | %s | %s | %d"
        .formatted(
            sum(runs, Losses::lost),
            sum(runs, Losses::beforeServer),
            told(runs, EngineStatus::received),
            told(runs, EngineStatus::sent),
            told(runs, EngineStatus::dropped),
            sum(runs, Losses::beforePlayers));
  }

  private static String told(List<Losses> runs, Function<EngineStatus, Long> counter) {
    return runs.stream()
        .map(run -> run.server().map(counter))
        .reduce((a, b) -> a.flatMap(first -> b.map(second -> first + second)))
        .flatMap(Function.identity())
        .map(String::valueOf)
        .orElse("-");
  }

  private static long sum(List<Losses> runs, ToLongFunction<Losses> figure) {
    return runs.stream().mapToLong(figure).sum();
  }
}
