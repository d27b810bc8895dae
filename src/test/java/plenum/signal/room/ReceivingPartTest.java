package plenum.signal.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.Reception;
import plenum.media.StreamId;
import plenum.room.Receivable;
import plenum.signal.room.ReceivingMessage.AssignStreams;
import plenum.signal.room.ReceivingMessage.WantedPicture;

class ReceivingPartTest {

  private static final StreamId CAMERA = new StreamId("group", "one-camera");
  private static final StreamId SCREEN = new StreamId("group", "two-screen");
  private static final Receivable HERE =
      new Receivable(
          new Place(PlaceKind.GROUP, "r"),
          Map.of("one-camera", CAMERA, "two-screen", SCREEN),
          Set.of("two-screen"),
          2);

  private static WantedPicture wanted(String slot, String stream, long priority) {
    return new WantedPicture(slot, stream, OptionalLong.of(360), OptionalLong.of(priority));
  }

  private static Map<String, Reception.Picture> pictures(WantedPicture... wanted) {
    return ReceivingPart.pictures(
        new AssignStreams(OptionalLong.empty(), "receiver", List.of(wanted), List.of()), HERE);
  }

  @Test
  void takesAScreensPriorityOfSharedScreensAlone() {
    assertEquals(
        Map.of(
            "0", new Reception.Picture(CAMERA, 360, 2),
            "1", new Reception.Picture(SCREEN, 360, 3)),
        pictures(wanted("0", "one-camera", 3), wanted("1", "two-screen", 3)));
  }

  @Test
  void takesTheNearestOfNumbersThatAreTooSmallOrTooLarge() {
    assertEquals(
        Map.of(
            "0", new Reception.Picture(CAMERA, 360, 0),
            "1", new Reception.Picture(SCREEN, 360, 100)),
        pictures(wanted("0", "one-camera", -1), wanted("1", "two-screen", Long.MAX_VALUE)));
  }

  @Test
  void leavesOutWhatIsNotThere() {
    assertEquals(Map.of(), pictures(wanted("0", "gone-camera", 0)));
  }
}
