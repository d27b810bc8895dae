package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.OnBothReleases;
import plenum.testing.Quick;

/** People who meet in a room see and hear each other. */
class MeetingIT {

  /** A tile of a grid covers fewer lines than this, a large one more. */
  private static final int MEDIUM = 450;

  /** How many sounds and pictures of others arrive just now. */
  private static final String ARRIVING =
      """
      async () => {
        const open = keptPeers.filter(({ connectionState }) => connectionState !== "closed");
        const peer = open.find((one) => one.getTransceivers().length > 2);
        const counted = async () => {
          const entries = [...(await peer.getStats()).values()].filter(({ type }) => type === "inbound-rtp");
          return new Map(entries.map(({ id, bytesReceived }) => [id, bytesReceived]));
        };
        const before = await counted();
        await new Promise((later) => setTimeout(later, 500));
        return [...(await counted())].filter(([id, bytes]) => bytes > (before.get(id) ?? 0)).length;
      }
      """;

  @RegisterExtension final People people = new People();

  private String roomName;
  private String room;

  @BeforeEach
  void thereIsARoom() {
    roomName = people.roomName("Meeting");
    room = people.room(roomName);
  }

  @Test
  @Quick
  void twoPeopleSeeAndHearEachOther() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");

    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitPictureIn(adasPage.tileOf(bob));
    adasPage.awaitPictureIn(adasPage.ownTile());
    assertThat(adasPage.page().locator("#room-title")).hasText(roomName);
    assertThat(adasPage.page().locator("#participants-count")).hasText("2");
  }

  @Test
  @OnBothReleases
  void fourPeopleSeeAndHearEachOtherAndTheLastOneSeesEverybody() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    Person cleo = people.named("Cleo");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    RoomPage cleosPage = cleo.enter(room);
    adasPage.awaitMediaFrom(bob, cleo);

    Person dan = people.named("Dan");
    RoomPage dansPage = dan.enter(room);

    dansPage.awaitMediaFrom(ada, bob, cleo);
    adasPage.awaitMediaFrom(bob, cleo, dan);
    bobsPage.awaitMediaFrom(ada, cleo, dan);
    cleosPage.awaitMediaFrom(ada, bob, dan);
    assertThat(dansPage.tiles()).hasCount(4);
    assertThat(adasPage.tileOf(dan)).isVisible();

    Locator picture = dansPage.tileOf(bob).locator("video");
    picture.evaluate(
        "video => ['emptied', 'pause'].forEach((what) =>"
            + " video.addEventListener(what, () => (video.dataset.begun = what)))");
    dansPage.pin(bob);

    assertThat(dansPage.tileOf(bob)).hasAttribute("data-large", "true");
    dansPage.awaitPicturesFrom(bob);
    assertThat(picture).not().hasAttribute("data-begun", Pattern.compile(".*"));
    Eventually.eventually(
        "a wish for a large picture", dansPage::linesMostWanted, lines -> lines > MEDIUM);
  }

  @Test
  void aPersonWithoutDevicesIsListedAndSeesAndHearsTheOthers() {
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);

    bobsPage.awaitPicturesFrom(ada);
    assertThat(adasPage.tileOf(bob)).containsText("Listening only");
    assertThat(bobsPage.banner("listen-only")).isVisible();
    adasPage.openPeople();
    assertThat(adasPage.rowOf(bob)).containsText("no microphone · no camera");

    bobsPage.awaitSoundFrom(ada);
  }

  @Test
  void aPersonWithAMicrophoneOnlyIsHeard() {
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").choosing("camera", "none").arrive();
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitSoundFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertThat(adasPage.tileOf(bob)).containsText("No camera");
    assertEquals(0, adasPage.stats().from(bob).orElseThrow().framesDecoded());
  }

  @Test
  void aPersonWithACameraOnlyIsSeen() {
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").choosing("microphone", "none").arrive();
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitPicturesFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertThat(adasPage.tileOf(bob).locator(".tile__muted")).isVisible();
  }

  @Test
  void everybodySeesWhoIsMutedAndNobodyHearsThem() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    assertThat(adasPage.tileOf(bob).locator(".tile__muted")).isHidden();

    bobsPage.toggleMicrophone();

    assertThat(adasPage.tileOf(bob).locator(".tile__muted")).isVisible();
    assertThat(bobsPage.page().locator("#toggle-microphone")).containsText("Unmute");
    awaitSilence(adasPage, bob);

    bobsPage.page().keyboard().press("m");

    assertThat(adasPage.tileOf(bob).locator(".tile__muted")).isHidden();
    adasPage.awaitSoundFrom(bob);
  }

  /** Pictures go on, sound does not. */
  private static void awaitSilence(RoomPage page, Person person) {
    Eventually.eventually(
        "silence of " + person,
        () -> {
          double before = page.stats().from(person).orElseThrow().audioEnergy();
          page.awaitPicturesFrom(person);
          return page.stats().from(person).orElseThrow().audioEnergy() - before;
        },
        more -> more < RoomPage.SOUND);
  }

  @Test
  void everybodySeesWhoseCameraIsOffAndItsPicturesStop() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);

    bobsPage.toggleCamera();

    assertThat(adasPage.tileOf(bob)).containsText("Camera off");
    assertThat(adasPage.tileOf(bob)).hasAttribute("data-video", "false");
    Eventually.eventually(
        "no more pictures of " + bob,
        () -> {
          double before = adasPage.stats().from(bob).orElseThrow().framesDecoded();
          adasPage.awaitSoundFrom(bob);
          return adasPage.stats().from(bob).orElseThrow().framesDecoded() - before;
        },
        more -> more == 0);

    bobsPage.toggleCamera();

    adasPage.awaitPicturesFrom(bob);
    adasPage.awaitPictureIn(adasPage.tileOf(bob));
  }

  @Test
  void nothingIsReceivedOfAPersonWhoIsNotWatched() {
    Person ada = people.newcomer("Ada").startingWith(Scripts.KEEP_PEERS).arrive();
    Person bob = people.named("Bob");
    Person cleo = people.named("Cleo");
    RoomPage adasPage = ada.enter(room);
    bob.enter(room);
    RoomPage cleosPage = cleo.enter(room);
    adasPage.awaitMediaFrom(bob, cleo);
    assertEquals(2, adasPage.openPeers(), "one to send and one to receive everybody");

    adasPage.stopWatching(bob);

    eventually(
        "sound and picture of Cleo alone",
        () -> adasPage.page().evaluate(ARRIVING),
        arriving -> arriving.equals(2));
    assertThat(adasPage.tileOf(bob)).containsText("Not watching");
    assertTrue(adasPage.stats().from(bob).isEmpty());
    adasPage.awaitMediaFrom(cleo);
    cleosPage.awaitMediaFrom(bob);

    adasPage.watch(bob);

    adasPage.awaitMediaFrom(bob, cleo);
    adasPage.awaitPictureIn(adasPage.tileOf(bob));
    assertEquals(2, adasPage.openPeers());
  }

  @Test
  void theTileOfALeaverGoes() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);

    bobsPage.leave();

    assertThat(adasPage.tileOf(bob)).hasCount(0);
    assertThat(adasPage.toast(bob.name() + " left")).isVisible();
    assertTrue(adasPage.stats().received().isEmpty());
  }

  @Test
  void aLinkBringsSomebodyWithoutANameThroughTheDevicePageIntoTheRoom() {
    Person ada = people.named("Ada");
    RoomPage adasPage = ada.enter(room);
    adasPage.copyLink();
    assertThat(adasPage.toast("The link is copied")).isVisible();
    String link = (String) adasPage.page().evaluate("navigator.clipboard.readText()");
    Person bob = people.newcomer("Bob").nameless().arrive();

    DevicePage door = new DevicePage(bob.open(link));
    door.page().waitForURL("**/?next=**");
    door.goOnAs(bob.name());

    RoomPage bobsPage = new RoomPage(door.page());
    bobsPage.awaitSeat();
    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
  }

  @Test
  void devicesCanBeChangedInTheMeeting() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);

    bobsPage.openDevices();
    bobsPage.page().locator("#camera").selectOption("none");
    bobsPage.closeDevices();

    assertThat(adasPage.tileOf(bob)).containsText("No camera");
    adasPage.awaitSoundFrom(bob);

    bobsPage.openDevices();
    bobsPage.page().locator("#camera").selectOption(new String[] {"fake_device_0"});
    adasPage.awaitMediaFrom(bob);
    bobsPage.page().locator("#network summary").click();
    bobsPage.page().locator("#sound-only").check();
    bobsPage.page().getByText("Leave it on").click();
    bobsPage.closeDevices();

    assertThat(bobsPage.tileOf(ada)).hasAttribute("data-video", "false");
    bobsPage.awaitSoundFrom(ada);
    adasPage.awaitPicturesFrom(bob);

    bobsPage.banner("sound-only").getByRole(AriaRole.BUTTON).click();

    bobsPage.awaitPictureIn(bobsPage.tileOf(ada));
  }

  @Test
  void anyClickBringsTheSoundThatTheBrowserHeldBack() {
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").startingWith(Scripts.SILENT_BEFORE_A_CLICK).arrive();
    ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    assertThat(bobsPage.banner("sound")).containsText("holds the sound back");

    bobsPage.ownTile().click();

    assertThat(bobsPage.banner("sound")).hasCount(0);
    bobsPage.awaitSoundFrom(ada);
  }

  @Test
  void aRoomThatDoesNotExistSaysSo() {
    Person ada = people.newcomer("Ada").withoutDevices().arrive();

    RoomPage page = new RoomPage(ada.open("/room?id=nowhere1"));

    assertThat(page.statePanel()).containsText("This room does not exist");
    assertThat(page.statePanel().getByText("Go to the rooms")).isVisible();
  }
}
