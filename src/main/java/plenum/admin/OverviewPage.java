package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plenum.media.management.Machine;
import plenum.quality.QualityRecords;
import plenum.web.Page;

/** The first page: how much there is now, how much there was, and what needs attention. */
@Named("overview")
@RequestScoped
public class OverviewPage {

  /** Who reads of more looks at the streams. */
  private static final int MOST_BAD = 5;

  @Inject Site site;
  @Inject Sampling sampling;
  @Inject QualityRecords quality;
  @Inject StreamsPage streams;
  @Inject Page page;

  /** What needs attention first; empty when nothing does. */
  public List<Trouble> troubles() {
    return site.troubles();
  }

  /** For whom it has been bad for a while: of each the first of the streams that say so. */
  public List<StreamView> bad() {
    Set<String> people = new HashSet<>();
    return streams.all().stream()
        .filter(stream -> stream.lately() && people.add(stream.personId()))
        .limit(MOST_BAD)
        .toList();
  }

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
    return sampling.sentKbps() / 1000;
  }

  public double receivedMbps() {
    return sampling.receivedKbps() / 1000;
  }

  /** What is lost on its way, in percent of packets, on average of what browsers measure now. */
  public double lost() {
    return quality.live().stream()
            .flatMap(meeting -> meeting.people().stream())
            .flatMap(person -> person.report().streams().stream())
            .flatMapToInt(stream -> stream.figures().lost().stream())
            .average()
            .orElse(0)
        / 10;
  }

  /** Whether something was counted in the last hour that can be drawn. */
  public boolean isHourKnown() {
    return sampling.history().hour().size() > 1;
  }

  /** The same of the last day. */
  public boolean isDayKnown() {
    return sampling.history().day().size() > 1;
  }

  /** How much of the processors Plenum takes, in percent. */
  public long load() {
    return Math.round(100 * Machine.processLoad());
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
