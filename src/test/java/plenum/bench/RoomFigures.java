package plenum.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a viewer's page had in a while.
 *
 * @param kilobitsDown of all its connections, without the headers of UDP and IP
 * @param kilobitsUp the same the other way
 * @param browser CPU of its browser, 1 for one core
 * @param server CPU of the server's process, 1 for one core
 * @param freezes of all pictures together
 * @param frozen seconds of these
 * @param concealed seconds of sound that were made up, of all sounds together
 * @param lost packets
 * @param tiles the visible pictures of others, the largest first
 */
record RoomFigures(
    double kilobitsDown,
    double kilobitsUp,
    double browser,
    double server,
    int connections,
    int freezes,
    double frozen,
    double concealed,
    int lost,
    List<Tile> tiles) {

  /**
   * A picture in the page.
   *
   * @param area that it takes, in square points
   * @param shown its height in points
   * @param lines of the picture itself
   * @param frames a second
   */
  record Tile(double area, int shown, int lines, double frames) {

    static Tile of(Map<?, ?> told, double seconds) {
      return new Tile(
          number(told, "area"),
          (int) number(told, "shown"),
          (int) number(told, "lines"),
          number(told, "frames") / seconds);
    }

    @Override
    public String toString() {
      return "%d at %d, %.0f/s".formatted(lines, shown, frames);
    }
  }

  RoomFigures {
    tiles = tiles.stream().sorted(Comparator.comparingDouble(Tile::area).reversed()).toList();
  }

  /**
   * What came between two answers of {@code plenumFigures} in {@code room-viewer.js}.
   *
   * @param browser CPU seconds
   * @param server CPU seconds
   */
  static RoomFigures between(Map<?, ?> before, Map<?, ?> after, double browser, double server) {
    double seconds = since(before, after, "time") / 1000;
    return new RoomFigures(
        since(before, after, "down") * Byte.SIZE / 1000 / seconds,
        since(before, after, "up") * Byte.SIZE / 1000 / seconds,
        browser / seconds,
        server / seconds,
        (int) number(after, "connections"),
        (int) since(before, after, "freezes"),
        since(before, after, "frozen"),
        since(before, after, "concealed"),
        (int) since(before, after, "lost"),
        ((List<?>) after.get("tiles"))
            .stream().map(tile -> Tile.of((Map<?, ?>) tile, seconds)).toList());
  }

  /** The largest picture, in words. */
  String largest() {
    return tiles.isEmpty() ? "none" : tiles.get(0).toString();
  }

  /** The others: the one in the middle, and the least frames a second of any. */
  String smaller() {
    if (tiles.size() < 2) {
      return "none";
    }
    Tile middle = tiles.get((tiles.size() + 1) / 2);
    double least = tiles.stream().skip(1).mapToDouble(Tile::frames).min().orElse(0);
    return middle + ", least %.0f/s".formatted(least);
  }

  private static double since(Map<?, ?> before, Map<?, ?> after, String name) {
    return number(after, name) - number(before, name);
  }

  private static double number(Map<?, ?> told, String name) {
    return ((Number) told.get(name)).doubleValue();
  }
}
