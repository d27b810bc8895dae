package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A switch on a headset, or the system, holds a device back: its person and the others are told.
 */
class BlockedDevicesIT {

  @RegisterExtension final People people = new People();

  private static void block(RoomPage page, String kind, boolean blocked) {
    page.page().evaluate("([kind, muted]) => blockDevice(kind, muted)", List.of(kind, blocked));
  }

  @Test
  void isToldAsLongAsItLasts() {
    String room = people.room(people.roomName("Blocked"));
    Person ada = people.newcomer("Ada").startingWith(Scripts.BLOCK_DEVICES).arrive();
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    bobs.awaitPictureIn(bobs.tileOf(ada));

    block(adas, "audio", true);
    assertThat(adas.banner("microphone-blocked")).containsText("Nobody hears you");
    assertThat(adas.ownTile()).containsText("Microphone muted by its switch or the system");
    assertThat(bobs.tileOf(ada)).containsText("Microphone muted by its switch or the system");
    bobs.openPeople();
    assertThat(bobs.rowOf(ada)).containsText("muted by the headset or the system");

    block(adas, "audio", false);
    assertThat(adas.banner("microphone-blocked")).isHidden();
    assertThat(bobs.rowOf(ada)).not().containsText("muted by");

    block(adas, "video", true);
    assertThat(adas.banner("camera-blocked")).containsText("Nobody sees you");
    assertThat(bobs.tileOf(ada)).containsText("Camera held back by its switch or the system");
    assertThat(bobs.tileOf(ada)).hasAttribute("data-video", "false");

    block(adas, "video", false);
    bobs.awaitPictureIn(bobs.tileOf(ada));
  }
}
