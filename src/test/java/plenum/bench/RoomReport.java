package plenum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of all rooms: a table, and how the present build is beside the one before. */
final class RoomReport {

  private record Line(
      RoomScenario scenario, RoomSite site, RoomViewer.Coming coming, RoomFigures figures) {}

  private final List<Line> lines = new ArrayList<>();

  void add(RoomScenario scenario, RoomSite site, RoomViewer.Coming coming, RoomFigures figures) {
    lines.add(new Line(scenario, site, coming, figures));
  }

  void print() {
    System.out.println(
        "\n| room | build | Mbit/s down | up | browser, cores | server, cores | connections"
            + " | freezes, s | sound made up, s | lost | largest picture, lines at points"
            + " | smaller ones | join to first, ms | join to all, ms | navigation to all, ms |");
    System.out.println("|---".repeat(15) + "|");
    lines.forEach(RoomReport::print);
    System.out.println("\n| room | media | down | up | browser | server | first | all |");
    System.out.println("|---".repeat(8) + "|");
    for (Line now : lines) {
      lines.stream().filter(before -> precedes(before, now)).forEach(b -> compare(b, now));
    }
  }

  private static void print(Line line) {
    RoomFigures figures = line.figures();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.2f | %.2f | %.2f | %.2f | %d | %d, %.1f | %.1f | %d | %s | %s"
            + " | %.0f | %.0f | %.0f |%n",
        line.scenario(),
        line.site().name(),
        figures.kilobitsDown() / 1000,
        figures.kilobitsUp() / 1000,
        figures.browser(),
        figures.server(),
        figures.connections(),
        figures.freezes(),
        figures.frozen(),
        figures.concealed(),
        figures.lost(),
        figures.largest(),
        figures.smaller(),
        line.coming().first(),
        line.coming().all(),
        line.coming().opened());
  }

  /** Whether these are of one room by the build before and the present one. */
  private static boolean precedes(Line before, Line now) {
    return before.scenario().equals(now.scenario())
        && now.site().name().startsWith("now")
        && before.site().name().equals(now.site().name().replace("now", "before"));
  }

  private static void compare(Line before, Line now) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
        now.scenario(),
        now.site().srs().isPresent() ? "SRS" : "engine",
        now.figures().kilobitsDown() / before.figures().kilobitsDown(),
        now.figures().kilobitsUp() / before.figures().kilobitsUp(),
        now.figures().browser() / before.figures().browser(),
        now.figures().server() / before.figures().server(),
        now.coming().first() / before.coming().first(),
        now.coming().all() / before.coming().all());
  }
}
