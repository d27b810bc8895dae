package plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The figures of signalling as a section of Markdown. */
final class SignallingReport {

  private final List<String> lines = new ArrayList<>();

  SignallingReport() throws IOException {
    line("# Signalling, %s", LocalDate.now());
    line("");
    line("%s; load average at the start %.1f.", Machine.description(), MachineLoad.now());
  }

  void conversations(List<Cost> costs) {
    line("");
    line(
        "| %d changes a second in one room | delivered messages/s | CPU µs per message |"
            + " CPU µs per change | p50 ms | p99 ms | worst ms | missing | bytes per message |"
            + " client µs | others' cores | load |",
        Conversation.CHANGES_PER_SECOND);
    line("|---|---|---|---|---|---|---|---|---|---|---|---|");
    costs.forEach(this::conversation);
  }

  private void conversation(Cost cost) {
    Latencies latencies = cost.latencies();
    line(
        "| %d people%s | %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %.0f | %.1f | %.2f | %.1f |",
        cost.people(),
        cost.what().isEmpty() ? "" : ", " + cost.what(),
        cost.messages() * 1e9 / cost.used().time(),
        cost.perMessage(),
        cost.perChange(),
        latencies.median(),
        latencies.p99(),
        latencies.worst(),
        cost.missing(),
        (double) cost.bytes() / cost.messages(),
        cost.clientPerMessage(),
        cost.used().coresOfOthers(),
        cost.load());
  }

  void arrivals(
      int people, Duration connected, List<Meeting.Arrival> arrivals, List<Duration> departures) {
    line("");
    line(
        "%,d WebSockets opened and greeted in %.2f s. All join one room at once:",
        people, seconds(connected));
    line("");
    line(
        "| round | everybody has the room, s | everybody sees everybody, s | MB | server CPU s |"
            + " all left, s |");
    line("|---|---|---|---|---|---|");
    for (int i = 0; i < arrivals.size(); i++) {
      Meeting.Arrival arrival = arrivals.get(i);
      line(
          "| %d%s | %.2f | %.2f | %.0f | %.2f | %.2f |",
          i + 1,
          i == 0 ? " (cold)" : "",
          seconds(arrival.snapshots()),
          seconds(arrival.complete()),
          arrival.bytes() / 1e6,
          seconds(arrival.serverCpu()),
          seconds(departures.get(i)));
    }
  }

  /** What both cost together in all turns, and whom the server has closed meanwhile. */
  void writing(List<Cost> writing, List<Cost> muting, Crowd crowd) {
    line("");
    line(
        "A message that somebody wrote costs %.2f times a mute change at the same rate: %.2f times"
            + " for each delivered message, with %.1f and %.1f changes in it.",
        perOne(writing, Cost::changes) / perOne(muting, Cost::changes),
        perOne(writing, Cost::messages) / perOne(muting, Cost::messages),
        sum(writing, Cost::changes) / sum(writing, Cost::messages),
        sum(muting, Cost::changes) / sum(muting, Cost::messages));
    long gone = crowd.participants().stream().filter(one -> !one.isOpen()).count();
    line("Of %d people %d were closed meanwhile.", crowd.participants().size(), gone);
  }

  private static double perOne(List<Cost> costs, ToLongFunction<Cost> what) {
    return sum(costs, cost -> cost.used().server()) / sum(costs, what);
  }

  private static double sum(List<Cost> costs, ToLongFunction<Cost> what) {
    return costs.stream().mapToLong(what).sum();
  }

  void stall(Stall stall) {
    line("");
    line(
        "The one that never reads: %s; it was closed with %s after %.1f MB that it had not read.",
        stall.noticed().isZero()
            ? "nobody was told"
            : "the others were told after %.1f s".formatted(seconds(stall.noticed())),
        stall.closeCode() == 0 ? "nothing" : stall.closeCode(),
        stall.unreadBytes() / 1e6);
    line(
        "Server's memory before and after: RSS %d and %d MB, live objects %.0f and %.0f MB.",
        stall.before().resident(),
        stall.after().resident(),
        stall.before().live(),
        stall.after().live());
  }

  void idle(int people, double cores) {
    line("");
    line("With %,d people connected who only ping, the server uses %.3f cores.", people, cores);
  }

  void peer(Cost plenum, Cost peer) {
    line("");
    line(
        "Plenum needs %.2f times the peer's CPU per delivered message (%d people).",
        plenum.perMessage() / peer.perMessage(), plenum.people());
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  private void line(String format, Object... arguments) {
    lines.add(String.format(Locale.ROOT, format, arguments));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
