package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.quality.Direction;
import plenum.quality.Lately;
import plenum.quality.MediaKind;
import plenum.quality.MeetingQuality;
import plenum.quality.PersonQuality;
import plenum.quality.QualityRecords;
import plenum.quality.Score;
import plenum.quality.StreamQuality;
import plenum.room.RoomId;
import plenum.testing.Actors;
import plenum.testing.Measurements;
import plenum.web.Page;

class StreamsPageTest {

  private static final PersonId PERSON = new PersonId("AdaAdaAdaAdaAdaAdaAda1");
  private static final RoomId ROOM = new RoomId("k3J9x2Qa");

  private record One(String person, int tenths, boolean lately) {

    private PersonQuality quality() {
      StreamQuality stream =
          new StreamQuality(
              "s-" + person,
              "camera",
              Optional.of(PERSON),
              person,
              Direction.SENT,
              MediaKind.VIDEO,
              "VP8",
              Optional.empty(),
              Measurements.NOTHING,
              new Score(tenths),
              false,
              new Lately(lately, 0));
      return new PersonQuality(
          Measurements.inHall(Actors.of(PERSON, person, "page"), ROOM, List.of(stream)),
          Optional.empty());
    }
  }

  private static One good(String person) {
    return new One(person, 45, false);
  }

  private static List<String> order(String language, One... people) {
    return people(page(language, people).all());
  }

  private static List<String> people(List<StreamView> streams) {
    return streams.stream().map(StreamView::person).toList();
  }

  private static StreamsPage page(String language, One... people) {
    List<PersonQuality> all = Arrays.stream(people).map(One::quality).toList();
    StreamsPage page = new StreamsPage();
    page.quality =
        (QualityRecords)
            Proxy.newProxyInstance(
                QualityRecords.class.getClassLoader(),
                new Class<?>[] {QualityRecords.class},
                (proxy, method, arguments) ->
                    List.of(new MeetingQuality(ROOM, "Hall", PlaceKind.GROUP, all)));
    page.page =
        new Page() {
          @Override
          public String getLanguage() {
            return language;
          }
        };
    return page;
  }

  @Test
  void sortsNamesAsTheReadersLanguageDoes() {
    assertEquals(
        List.of("Anna", "Ärger", "bo", "Zoe"),
        order("de", good("Zoe"), good("bo"), good("Ärger"), good("Anna")));
  }

  @Test
  void keepsLinesInPlaceWhoseScoreChangesFromReportToReport() {
    One carl = new One("Carl", 28, true);
    List<String> order = List.of("Carl", "Anna", "Bo");
    assertEquals(order, order("en", good("Anna"), good("Bo"), carl));
    assertEquals(order, order("en", good("Anna"), new One("Bo", 29, false), carl));
    assertEquals(
        order, order("en", good("Anna"), new One("Bo", 10, false), new One("Carl", 31, true)));
  }

  @Test
  void tellsByThemselvesOfThoseThatHaveBeenBad() {
    StreamsPage page =
        page(
            "en",
            new One("Zoe", 31, true),
            good("Bo"),
            new One("Dan", 10, false),
            new One("Anna", 20, true));
    assertEquals(List.of("Anna", "Zoe"), people(page.bad()));
  }
}
