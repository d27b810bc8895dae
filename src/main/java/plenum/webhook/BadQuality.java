package plenum.webhook;

import java.util.HashMap;
import java.util.Map;
import plenum.identity.PersonId;
import plenum.quality.QualityReport;
import plenum.quality.Score;
import plenum.room.RoomId;

/**
 * Notices when it has been bad for somebody for a while: in {@value #REPORTS} reports one after the
 * other. It is told once, and again only after it was as good as that in between. Thread-safe; what
 * it remembers is as large as the meetings that go on.
 */
final class BadQuality {

  static final int REPORTS = 3;

  private record Place(RoomId room, PersonId person) {}

  private final Map<Place, Integer> inRow = new HashMap<>();

  /** Whether it is to be told now. */
  synchronized boolean isNews(QualityReport report) {
    Place place = new Place(report.room(), report.person());
    if (report.score().filter(Score::isBad).isEmpty()) {
      inRow.remove(place);
      return false;
    }
    return inRow.merge(place, 1, Integer::sum) == REPORTS;
  }

  /** Somebody is there no longer. */
  synchronized void left(RoomId room, PersonId person) {
    inRow.remove(new Place(room, person));
  }

  synchronized int size() {
    return inRow.size();
  }
}
