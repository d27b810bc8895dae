package plenum.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Samples as a chart of Chart.js, by which PrimeFaces draws; its labels are moments, which the
 * page's script writes as the reader's clock has them.
 *
 * @param texts the page's sentences
 */
record LineChart(Map<String, String> texts) {

  /** Of the site. */
  String of(List<Sample> samples) {
    return of(samples, "page.admin.people");
  }

  /** Of a media node. */
  String ofNode(List<Sample> samples) {
    return of(samples, "page.admin.sessions");
  }

  private String of(List<Sample> samples, String people) {
    JsonArrayBuilder labels = Json.createArrayBuilder();
    samples.forEach(sample -> labels.add(sample.at().toString()));
    JsonArrayBuilder lines =
        Json.createArrayBuilder()
            .add(line(people, samples, Sample::people, "people"))
            .add(line("page.admin.streams", samples, Sample::streams, "people"))
            .add(line("page.admin.sentMbps", samples, sample -> sample.sentKbps() / 1000, "mbps"));
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", lines))
        .build()
        .toString();
  }

  private JsonObjectBuilder line(
      String label, List<Sample> samples, ToDoubleFunction<Sample> value, String axis) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    samples.forEach(sample -> values.add(Math.round(value.applyAsDouble(sample) * 100) / 100.0));
    return Json.createObjectBuilder()
        .add("label", texts.get(label))
        .add("data", values)
        .add("yAxisID", axis);
  }
}
