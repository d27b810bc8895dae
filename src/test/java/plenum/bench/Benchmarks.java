package plenum.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks whose names the arguments list, or all of them; see docs/performance.md. */
public final class Benchmarks {

  private interface Benchmark {
    void run() throws Exception;
  }

  private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

  static {
    ALL.put("signalling", () -> SignallingBenchmark.main(new String[0]));
    ALL.put("calls", () -> CallsBenchmark.main(new String[0]));
    ALL.put("slow-clients", () -> SlowClientsBenchmark.main(new String[0]));
    ALL.put("forwarding", () -> ForwardingBenchmark.main(new String[0]));
    ALL.put("loops", () -> LoopsBenchmark.main(new String[0]));
    ALL.put("first-frame", () -> FirstFrameBenchmark.main(new String[0]));
    ALL.put("call-setup", () -> CallSetupBenchmark.main(new String[0]));
    ALL.put("text", () -> TextBenchmark.main(new String[0]));
    ALL.put("screen", () -> ScreenBenchmark.main(new String[0]));
    ALL.put("room", () -> RoomBenchmark.main(new String[0]));
    ALL.put("crowded-room", () -> CrowdedRoomBenchmark.main(new String[0]));
    ALL.put("line", () -> LineBenchmark.main(new String[0]));
    ALL.put("room-link", () -> RoomLinkBenchmark.main(new String[0]));
    ALL.put("walls", WallsBenchmark::entering);
    ALL.put("far", WallsBenchmark::far);
    ALL.put("falls", WallsBenchmark::falling);
    ALL.put("start", () -> StartBenchmark.main(new String[0]));
    ALL.put("small", () -> SmallBenchmark.main(new String[0]));
    ALL.put("logins", () -> LoginsBenchmark.main(new String[0]));
    ALL.put("store", () -> StoreBenchmark.main(new String[0]));
    ALL.put("tables", () -> TablesBenchmark.main(new String[0]));
    ALL.put("srtp", () -> SrtpBench.main(new String[0]));
    ALL.put("handshake", () -> HandshakeBench.main(new String[0]));
    ALL.put("send", () -> SendBench.main(new String[0]));
  }

  private Benchmarks() {}

  /**
   * Runs them one after the other.
   *
   * @param names of benchmarks, separated by commas or spaces; none or {@code all} for all
   */
  public static void main(String[] names) throws Exception {
    List<String> wanted = List.of(String.join(",", names).split("[, ]+"));
    boolean all = names.length == 0 || wanted.contains("all");
    for (String name : all ? ALL.keySet() : wanted) {
      Benchmark benchmark = ALL.get(name);
      if (benchmark == null) {
        throw new IllegalArgumentException("No benchmark " + name + ", but " + ALL.keySet());
      }
      System.out.printf("%n--- %s ---%n", name);
      benchmark.run();
    }
  }
}
