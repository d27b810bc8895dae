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

  private List<StreamView> bad;

  /** What needs attention first; empty when nothing does. */
  public List<Trouble> troubles() {
    return site.troubles();
  }

  /** For whom it has been bad for a while, a few: of each the first of the streams that say so. */
  public List<StreamView> bad() {
    return everyBad().stream().limit(MOST_BAD).toList();
  }

  /** For how many people it has been bad for a while. */
  public int badPeople() {
    return everyBad().size();
  }

  /** For how many others. */
  public int moreBad() {
    return everyBad().size() - bad().size();
  }

  private List<StreamView> everyBad() {
    if (bad == null) {
      Set<String> people = new HashSet<>();
      bad = streams.bad().stream().filter(stream -> people.add(stream.personId())).toList();
    }
    return bad;
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
