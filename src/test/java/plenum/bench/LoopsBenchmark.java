package plenum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.bench.LoopsRun.Step;

/**
 * How many packets a second the engine forwards before any is lost, on one media loop and on two,
 * and what each costs. The load grows step by step. Nobody reads what the players get: the kernel
 * takes it to their sockets and drops it there, so that both cores are left to the engine and to
 * those who send.
 */
public final class LoopsBenchmark {

  private static final int ROUNDS = Integer.getInteger("plenum.bench.rounds", 2);
  private static final List<Integer> LOOPS = List.of(1, 2);
  private static final String HEAD =
      """
      | loops | times the usual bitrate | packets/s due | packets/s sent | lost | CPU-ms per 1,000 | cores busy | of the senders | handed over | load average |
      |---|---|---|---|---|---|---|---|---|---|""";

  private LoopsBenchmark() {}

  /** Measures. */
  public static void main(String[] none) throws IOException, InterruptedException {
    Map<Integer, List<List<Step>>> runs = new LinkedHashMap<>();
    System.out.println(HEAD);
    for (int round = 0; round < ROUNDS; round++) {
      for (int loops : LOOPS) {
        MachineLoad.awaitQuiet();
        List<Step> steps = LoopsRun.of(loops);
        steps.forEach(step -> print(loops, step));
        runs.computeIfAbsent(loops, key -> new ArrayList<>()).add(steps);
      }
    }
    runs.forEach(LoopsBenchmark::summary);
    double one = most(runs.get(1));
    double two = most(runs.get(2));
    System.out.printf(Locale.ROOT, "Two loops carry %.2f times what one carries.%n", two / one);
    both(runs.get(1).get(0), runs.get(2).get(0));
  }

  private static void print(int loops, Step step) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %.2f | %.0f | %.0f | %d | %.2f | %.2f | %.2f | %d | %.1f |%n",
        loops,
        step.speed(),
        step.due(),
        step.sent(),
        step.lost(),
        step.perThousand(),
        step.cores(),
        step.generatorCores(),
        step.handedOver(),
        MachineLoad.now());
  }

  private static void summary(int loops, List<List<Step>> rounds) {
    System.out.printf(
        Locale.ROOT,
        "%d: %.0f packets/s without a loss (best of each round, mean)%n",
        loops,
        most(rounds));
  }

  private static double most(List<List<Step>> rounds) {
    return rounds.stream()
        .mapToDouble(
            steps -> steps.stream().filter(Step::clean).mapToDouble(Step::sent).max().orElse(0))
        .average()
        .orElseThrow();
  }

  /** What a packet costs on two loops, where one carries the load as well. */
  private static void both(List<Step> one, List<Step> two) {
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      if (one.get(i).clean() && two.get(i).clean()) {
        System.out.printf(
            Locale.ROOT,
            "At %.2f times: a packet costs %.2f times as much on two loops%n",
            one.get(i).speed(),
            two.get(i).perThousand() / one.get(i).perThousand());
      }
    }
  }
}
