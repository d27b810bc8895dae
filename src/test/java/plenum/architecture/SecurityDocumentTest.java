package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says of each point of a standard can be looked up. */
class SecurityDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/security.md");
  private static final Path ADVISORIES = Path.of("docs/advisories.md");

  /** How many points of levels 1 and 2 each section of ASVS 5.0.0 has; they come first in it. */
  private static final List<String> SECTIONS =
      List.of(
          ("1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2"
                  + " 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4"
                  + " 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1"
                  + " 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3"
                  + " 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5"
                  + " 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3"
                  + " 17.1:1 17.2:4 17.3:2")
              .split(" "));

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (V[0-9][^|]*) \\| ([^|]+) \\|");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^\\| `([\\w.:-]+)` \\| ([\\w.-]+) \\|");

  private static List<String> points() {
    List<String> all = new ArrayList<>();
    for (String section : SECTIONS) {
      String[] parts = section.split(":");
      for (int point = 1; point <= Integer.parseInt(parts[1]); point++) {
        all.add("V" + parts[0] + "." + point);
      }
    }
    return all;
  }

  /** {@code V1.3.4, V1.3.5} and {@code V1.2.6 to V1.2.8}. */
  private static Stream<String> told(String cell, List<String> points) {
    String[] ends = cell.split(" to ");
    return ends.length == 2
        ? points.subList(points.indexOf(ends[0]), points.indexOf(ends[1]) + 1).stream()
        : Stream.of(cell.split(", "));
  }

  @Test
  void hasARowForEachPointOfLevelTwo() throws IOException {
    List<String> points = points();
    List<String> told =
        ROW.matcher(Files.readString(DOCUMENT))
            .results()
            .flatMap(row -> told(row.group(1), points))
            .sorted()
            .toList();
    assertEquals(253, points.size());
    assertEquals(points.stream().sorted().toList(), told);
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    Set<String> there;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      there =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    Set<String> named =
        TEST.matcher(Files.readString(DOCUMENT))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(named.size() > 50, named.toString());
    named.removeAll(there);
    assertEquals(Set.of(), named);
  }

  /** Whoever takes another version has to look again whether holes are known of it. */
  @Test
  void tellsOfTheVersionsThatAreDelivered() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    List<MatchResult> rows = LIBRARY.matcher(Files.readString(ADVISORIES)).results().toList();
    assertTrue(rows.size() >= 10, "libraries that were looked at: " + rows.size());
    for (MatchResult row : rows) {
      assertTrue(build.contains(">" + row.group(2) + "<"), row.group(1) + " " + row.group(2));
    }
  }
}
