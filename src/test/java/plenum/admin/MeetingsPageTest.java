package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingsPageTest {

  private static MeetingView meeting(String name, int people) {
    MemberView member = new MemberView("id", "Ada", true, false, true, List.of());
    return new MeetingView(
        name, name, "group", "", "", "running", "", Collections.nCopies(people, member));
  }

  private static List<String> order(MeetingView... meetings) {
    MeetingsPage page = new MeetingsPage();
    page.site =
        new Site() {
          @Override
          List<MeetingView> meetings() {
            return List.of(meetings);
          }
        };
    return page.all().stream().map(MeetingView::name).toList();
  }

  @Test
  void keepsTheOrderWhilePeopleComeAndGo() {
    List<String> order = List.of("first", "second", "empty");
    assertEquals(order, order(meeting("first", 3), meeting("empty", 0), meeting("second", 2)));
    assertEquals(order, order(meeting("first", 1), meeting("empty", 0), meeting("second", 90)));
  }
}
