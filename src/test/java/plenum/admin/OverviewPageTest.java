package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverviewPageTest {

  private static StreamView stream(String person, String cause) {
    return new StreamView(
        "k3J9x2Qa",
        "Hall",
        person,
        person,
        "10.0.0.1",
        "",
        "Ada",
        false,
        "video",
        "udp",
        "VP8",
        "",
        "",
        "",
        "",
        "",
        "",
        2.6,
        true,
        cause,
        false);
  }

  private static OverviewPage page(Stream<StreamView> streams) {
    OverviewPage page = new OverviewPage();
    page.streams =
        new StreamsPage() {
          private final List<StreamView> bad = streams.toList();

          @Override
          List<StreamView> bad() {
            return bad;
          }
        };
    return page;
  }

  @Test
  void tellsOncePerPersonForWhomItHasBeenBad() {
    assertEquals(
        List.of("Bo uplink", "Cleo device"),
        page(Stream.of(stream("Bo", "uplink"), stream("Bo", "downlink"), stream("Cleo", "device")))
            .bad()
            .stream()
            .map(one -> one.person() + " " + one.cause())
            .toList());
  }

  @Test
  void tellsOfFiveAtMostAndHowManyOthersThereAre() {
    OverviewPage nine = page(IntStream.range(0, 9).mapToObj(at -> stream("P" + at, "")));
    assertEquals(5, nine.bad().size());
    assertEquals(4, nine.moreBad());
    assertEquals(0, page(Stream.of(stream("Bo", ""))).moreBad());
  }
}
