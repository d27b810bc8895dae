package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverviewPageTest {

  private static StreamView stream(String person, String cause, boolean lately) {
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
        lately,
        cause,
        false);
  }

  private static List<String> bad(Stream<StreamView> streams) {
    OverviewPage page = new OverviewPage();
    page.streams =
        new StreamsPage() {
          private final List<StreamView> all = streams.toList();

          @Override
          public List<StreamView> all() {
            return all;
          }
        };
    return page.bad().stream().map(one -> one.person() + " " + one.cause()).toList();
  }

  @Test
  void tellsOncePerPersonForWhomItHasBeenBad() {
    assertEquals(
        List.of("Bo uplink", "Cleo device"),
        bad(
            Stream.of(
                stream("Bo", "uplink", true),
                stream("Bo", "downlink", true),
                stream("Cleo", "device", true),
                stream("Dan", "", false))));
  }

  @Test
  void tellsOfFiveAtMost() {
    assertEquals(5, bad(IntStream.range(0, 9).mapToObj(at -> stream("P" + at, "", true))).size());
  }
}
