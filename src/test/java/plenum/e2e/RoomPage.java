package plenum.e2e;

import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A room's page, from inside. */
final class RoomPage {

  /** So many frames more are a moving picture and no accident. */
  private static final int MOVING = 10;

  /** So much audio energy more is sound; a muted microphone's noise is a thousandth of it. */
  static final double SOUND = 1e-6;

  private final Page page;

  RoomPage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  void awaitSeat() {
    assertThat(ownTile()).isVisible();
  }

  Locator tiles() {
    return page.getByTestId("tile");
  }

  Locator ownTile() {
    return page.locator(".tile--own");
  }

  Locator tileOf(Person person) {
    return tileOf(person.name());
  }

  /** The tile of somebody, or of a device, by name. */
  Locator tileOf(String called) {
    var name = page.locator(".tile__name").and(page.getByText(called, exactly()));
    return tiles().filter(new Locator.FilterOptions().setHas(name));
  }

  /** The person's row in the list of people, which need not be open. */
  Locator rowOf(Person person) {
    return rowOf(person.name());
  }

  /** The row of somebody, or of a device, by name. */
  Locator rowOf(String called) {
    return page.getByTestId("participant")
        .filter(new Locator.FilterOptions().setHas(page.getByText(called, exactly())));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  void toggleMicrophone() {
    page.locator("#toggle-microphone").click();
  }

  void toggleCamera() {
    page.locator("#toggle-camera").click();
  }

  /** The button that shares the own screen, or stops that. */
  Locator screenButton() {
    return page.locator("#toggle-screen");
  }

  /** Shares what the browser chooses, and waits until it is sent. */
  void shareScreen() {
    screenButton().click();
    assertThat(ownScreen()).isVisible();
    eventually("a screen on air", () -> stats().screen().framesSent(), frames -> frames > 0);
  }

  /** What is shared, small, with the button to stop. */
  Locator ownScreen() {
    return page.locator("#own-screen");
  }

  Locator screens() {
    return page.getByTestId("screen");
  }

  /** Waits until the screen of this person is large on the page and moves. */
  void awaitScreenOf(Person person) {
    Locator screen = screens().filter(new Locator.FilterOptions().setHasText(person.name()));
    assertThat(screen).isVisible();
    awaitPictureIn(screen);
    double before = screenFrames(person);
    eventually("frames of the screen", () -> screenFrames(person), frames -> frames > before);
  }

  private double screenFrames(Person person) {
    return stats().screenOf(person).map(Stats.Received::framesDecoded).orElse(0.0);
  }

  void openPeople() {
    page.locator("#participants-toggle").click();
  }

  void openDevices() {
    MoreControls.press(page, "open-devices");
  }

  void closeDevices() {
    page.locator("#device-dialog").getByText("Done").click();
  }

  /** Pins this person, who is large from then on. */
  void pin(Person person) {
    tileOf(person).locator(".tile__pin").click();
  }

  /** How many lines the page wants of the picture that it wants most. */
  int linesMostWanted() {
    Object lines =
        page.evaluate(
            """
            async () => {
              const { wanted } = await plenumStats();
              return wanted.sort((a, b) => b.priority - a.priority)[0]?.height ?? 0;
            }
            """);
    return ((Number) lines).intValue();
  }

  void copyLink() {
    MoreControls.press(page, "copy-link");
  }

  void leave() {
    page.locator("#leave").click();
    page.waitForURL("**/rooms");
  }

  void stopWatching(Person person) {
    watchButton(person, "Stop watching ").click();
  }

  void watch(Person person) {
    watchButton(person, "Watch ").click();
  }

  private Locator watchButton(Person person, String action) {
    var options = new Locator.GetByRoleOptions().setName(action + person.name()).setExact(true);
    return tileOf(person).getByRole(AriaRole.BUTTON, options);
  }

  /** What arrived and was sent so far. */
  Stats stats() {
    return Stats.of(page);
  }

  /** Waits until more pictures and sound of each of these people have come. */
  void awaitMediaFrom(Person... people) {
    awaitMore("moving pictures and sound", true, true, names(people));
  }

  /** Of a device. */
  void awaitMediaFrom(String device) {
    awaitMore("moving pictures and sound", true, true, List.of(device));
  }

  void awaitPicturesFrom(Person... people) {
    awaitMore("moving pictures", true, false, names(people));
  }

  void awaitSoundFrom(Person... people) {
    awaitMore("sound", false, true, names(people));
  }

  /**
   * Media goes both ways between here and the server, by {@code udp}, {@code tcp} or {@code relay}.
   */
  void awaitWay(Person from, String way) {
    eventually(
        "media that comes by " + way,
        () -> stats().from(from).orElse(Stats.Received.NOTHING).way(),
        way::equals);
    eventually("media that goes by " + way, () -> stats().sent().way(), way::equals);
  }

  private static List<String> names(Person... people) {
    return Stream.of(people).map(Person::name).toList();
  }

  private void awaitMore(String what, boolean pictures, boolean sound, List<String> names) {
    Stats before = stats();
    Predicate<Stats> more =
        now ->
            names.stream()
                .allMatch(
                    name -> {
                      var was = before.from(name).orElse(Stats.Received.NOTHING);
                      var is = now.from(name).orElse(Stats.Received.NOTHING);
                      return (!pictures
                              || growth(was.framesDecoded(), is.framesDecoded()) >= MOVING)
                          && (!sound || growth(was.audioEnergy(), is.audioEnergy()) > SOUND);
                    });
    eventually(
        what + " of " + names,
        () -> {
          if (sound) {
            letSoundPlay();
          }
          return stats();
        },
        more);
  }

  /** How much more there is; a connection that was made anew counts from zero again. */
  private static double growth(double was, double is) {
    return is < was ? is : is - was;
  }

  /** Browsers hold sound back on a page that nobody has clicked yet; the page then asks for it. */
  private void letSoundPlay() {
    if (banner("sound").isVisible()) {
      banner("sound").getByRole(AriaRole.BUTTON).click();
    }
  }

  /** Waits until the tile's picture is really drawn on the page. */
  void awaitPictureIn(Locator tile) {
    assertThat(tile).hasAttribute("data-video", "true");
    assertThat(tile).hasAttribute("data-frames", "true");
    eventually(
        "a picture in the tile",
        () -> tile.locator("video").evaluate("v => [v.readyState, v.videoWidth].join()"),
        seen -> !String.valueOf(seen).endsWith(",0") && String.valueOf(seen).charAt(0) >= '2');
  }

  /** Peer connections of this page that are not closed; needs {@link Scripts#KEEP_PEERS}. */
  int openPeers() {
    Object count =
        page.evaluate("keptPeers.filter((peer) => peer.connectionState !== 'closed').length");
    return ((Number) count).intValue();
  }

  /** Every toast since the page was opened; needs {@link Scripts#KEEP_WHAT_WAS_SEEN}. */
  List<?> toastsSeen() {
    return (List<?>) page.evaluate("seen.toasts");
  }

  /** Every number of tiles; needs {@link Scripts#KEEP_WHAT_WAS_SEEN}. */
  List<?> tileCountsSeen() {
    return (List<?>) page.evaluate("seen.tiles");
  }

  /** Begins to keep anew, with the number of tiles that there are now. */
  void forgetWhatWasSeen() {
    page.evaluate(
        "seen = { toasts: [], tiles: [document.querySelectorAll('[data-testid=tile]').length] }");
  }

  /**
   * What a viewer missed when a room moved, in milliseconds.
   *
   * @param withoutPicture from the last picture of the old connection to the first of the new one
   * @param afterTheMove from the news of another media node to that first picture
   */
  record Gap(double withoutPicture, double afterTheMove) {}

  /**
   * The time without a picture when the connections that there were at {@link #forgetFrames} were
   * replaced; needs {@link Scripts#KEEP_FRAMES}.
   */
  Gap gap() {
    Object measured =
        page.evaluate(
            """
            () => {
              const last = Math.max(...kept.before.flatMap(({ last }) => last ?? []));
              const first = Math.min(...kept.peers.flatMap(({ first }) => first ?? []));
              return [first - last, first - kept.placements[0]];
            }
            """);
    List<?> both = (List<?>) measured;
    return new Gap(((Number) both.get(0)).doubleValue(), ((Number) both.get(1)).doubleValue());
  }

  /** What has connected by now is what will be replaced. */
  void forgetFrames() {
    page.evaluate("kept = { before: kept.peers, peers: [], placements: [] }");
  }

  Locator banner(String topic) {
    return page.locator(".banner[data-topic=" + topic + "]");
  }

  Locator toast(String sentence) {
    return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(sentence));
  }

  Locator statePanel() {
    return page.locator("#state-panel");
  }
}
