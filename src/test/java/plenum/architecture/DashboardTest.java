package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the dashboard for Grafana asks for is there. */
class DashboardTest {

  private static final Path DASHBOARD = Path.of("deploy/grafana-dashboard.json");
  private static final Path METRICS = Path.of("docs/operations/monitoring.md");

  /** In an expression, with what stands in braces behind "by". */
  private static final Pattern NAME = Pattern.compile("\\bplenum_[a-z_]+\\b");

  private static final Pattern LABEL = Pattern.compile("by \\(([a-z]+)\\)");
  private static final Pattern QUANTILE =
      Pattern.compile("histogram_quantile\\(.*?(plenum_[a-z_]+)_bucket");

  private static final Pattern DOCUMENTED = Pattern.compile("`(plenum_[a-z_]+)`");

  private static JsonObject dashboard() throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(DASHBOARD))) {
      return reader.readObject();
    }
  }

  private static List<String> expressions() throws IOException {
    return dashboard().getJsonArray("panels").getValuesAs(JsonObject.class).stream()
        .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
        .map(target -> target.getString("expr"))
        .toList();
  }

  private static Set<String> found(Pattern pattern, int group, Stream<String> texts) {
    return texts
        .flatMap(text -> pattern.matcher(text).results())
        .map((MatchResult found) -> found.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void asksForMetricsThatThereAre() throws IOException {
    Set<String> documented = found(DOCUMENTED, 1, Stream.of(Files.readString(METRICS)));
    Set<String> asked = found(NAME, 0, expressions().stream());
    assertTrue(asked.size() > 10, asked.toString());
    asked.removeAll(documented);
    assertEquals(Set.of(), asked, "metrics that docs/operations/monitoring.md does not name");
  }

  @Test
  void asksForSharesOfHistogramsAlone() throws IOException {
    String document = Files.readString(METRICS);
    Set<String> histograms = found(QUANTILE, 1, expressions().stream());
    assertTrue(histograms.size() > 1, histograms.toString());
    histograms.removeIf(name -> document.contains("`" + name + "`, a histogram"));
    assertEquals(Set.of(), histograms);
  }

  @Test
  void dividesByLabelsThatThereAre() throws IOException {
    String document = Files.readString(METRICS);
    Set<String> labels = found(LABEL, 1, expressions().stream());
    labels.removeIf(label -> document.contains("by `" + label + "`"));
    assertEquals(Set.of(), labels);
  }

  @Test
  void hasPanelsThatCanBeToldApart() throws IOException {
    List<JsonObject> panels = dashboard().getJsonArray("panels").getValuesAs(JsonObject.class);
    assertEquals(
        panels.size(), panels.stream().map(panel -> panel.getInt("id")).distinct().count());
    assertTrue(
        panels.stream()
            .map(panel -> panel.get("title"))
            .map(JsonValue.class::cast)
            .allMatch(title -> title instanceof JsonString));
  }
}
