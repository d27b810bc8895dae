package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeState;
import plenum.store.Storage;
import plenum.web.Page;

/** The first page: how much there is now, how much there was, and what needs attention. */
@Named("overview")
@RequestScoped
public class OverviewPage {

  @Inject Site site;
  @Inject Sampling sampling;
  @Inject Storage storage;
  @Inject Page page;

  /** What needs attention first; empty when nothing does. */
  public List<Trouble> troubles() {
    return Stream.concat(
            site.nodes().nodes().stream().flatMap(node -> trouble(node).stream()),
            storage.problem().map(why -> new Trouble("", why)).stream())
        .toList();
  }

  private static Optional<Trouble> trouble(MediaNode node) {
    return node.state() instanceof NodeState.Failed failed
        ? Optional.of(new Trouble(node.name(), failed.reason()))
        : Optional.empty();
  }

  /**
   * Something to look after.
   *
   * @param what whose trouble it is; may be empty
   * @param why a sentence that says what to do
   */
  public record Trouble(String what, String why) {}

  public int people() {
    return site.people();
  }

  /** Rooms with somebody inside. */
  public long rooms() {
    return site.rooms();
  }

  public int calls() {
    return site.calls();
  }

  public long streams() {
    return site.streams();
  }

  /** What flows now, in Mbit/s. */
  public double sentMbps() {
    return now().map(Sample::sentKbps).orElse(0.0) / 1000;
  }

  public double receivedMbps() {
    return now().map(Sample::receivedKbps).orElse(0.0) / 1000;
  }

  private Optional<Sample> now() {
    List<Sample> hour = sampling.history().hour();
    return hour.isEmpty() ? Optional.empty() : Optional.of(hour.get(hour.size() - 1));
  }

  /** How much of the heap is used, in MB. */
  public long heap() {
    Runtime java = Runtime.getRuntime();
    return (java.totalMemory() - java.freeMemory()) >> 20;
  }

  public long heapMost() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  /** The last hour as the chart component takes it. */
  public String hourChart() {
    return new LineChart(page.getText()).of(sampling.history().hour());
  }

  /** The last day as the chart component takes it. */
  public String dayChart() {
    return new LineChart(page.getText()).of(sampling.history().day());
  }
}
