package plenum.e2e;

import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** A desktop room's page, from inside. */
final class DesktopPage {

  /** So many frames more are a picture that is alive; five come in a second. */
  private static final int MORE_FRAMES = 4;

  private final Page page;

  DesktopPage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  void awaitSeat(Person self) {
    assertThat(rowOf(self.name() + " (you)")).isVisible();
  }

  /** The room's id, from the address. */
  String room() {
    return page.url().replaceAll(".*[?&]id=([^&]+).*", "$1");
  }

  /** What of the page says in {@code data-state} how the stage is seen. */
  Locator stage() {
    return page.locator("#screen");
  }

  void awaitState(String state) {
    assertThat(stage()).hasAttribute("data-state", state);
  }

  Locator title() {
    return page.locator("#screen-title");
  }

  /** The sentence in the place of the screen. */
  Locator hint() {
    return page.locator("#stage-hint");
  }

  /** The large button. */
  Locator shareButton() {
    return page.locator("#stage-share");
  }

  /** Shares by the large button, and waits until the own screen is on air. */
  void share() {
    shareButton().click();
    awaitSharing();
  }

  void awaitSharing() {
    awaitState("sharing");
    eventually("an own screen on air", () -> stats().screen().state(), "connected"::equals);
  }

  /** What the person shares, small. */
  Locator ownScreen() {
    return page.locator("#own-screen");
  }

  void stopSharing() {
    page.locator("#own-screen-stop").click();
  }

  /** Asks for the stage, or takes that back. */
  Locator askButton() {
    return page.locator("#stage-ask");
  }

  Locator takeBackButton() {
    return page.locator("#stage-take-back");
  }

  /** The line that says that this person would like to share. */
  Locator requestOf(Person person) {
    return page.getByTestId("stage-request")
        .filter(new Locator.FilterOptions().setHasText(person.name()));
  }

  void handOverTo(Person person) {
    requestOf(person).getByRole(AriaRole.BUTTON).first().click();
  }

  void decline(Person person) {
    requestOf(person).getByRole(AriaRole.BUTTON).last().click();
  }

  /** Waits until this person's screen is on the page, and alive. */
  void awaitScreenOf(Person sharer) {
    awaitState("shown");
    assertThat(title()).hasText(sharer.name() + " is sharing");
    assertThat(area()).hasAttribute("data-frames", "true");
    double before = framesOf(sharer);
    eventually(
        "more frames of the screen of " + sharer,
        () -> framesOf(sharer),
        // A connection that was made anew counts from zero again.
        now -> now >= before + MORE_FRAMES || (now < before && now >= MORE_FRAMES));
  }

  double framesOf(Person sharer) {
    return stats().screenOf(sharer).map(Stats.Received::framesDecoded).orElse(0.0);
  }

  Stats stats() {
    return Stats.of(page);
  }

  /** Where the screen is seen, and where keys and the wheel zoom. */
  Locator area() {
    return page.locator("#screen-area");
  }

  Locator video() {
    return page.locator("#screen-video");
  }

  /** Width and height of the picture that is shown, in its own points. */
  String pictureSize() {
    return String.valueOf(video().evaluate("v => `${v.videoWidth}x${v.videoHeight}`"));
  }

  /** While nobody looked, half of it was made. */
  void awaitPictureSize(String size) {
    eventually("the whole picture", this::pictureSize, size::equals);
  }

  /** Left, top, width and height of the picture in the area, in CSS pixels. */
  List<Double> place() {
    List<?> values =
        (List<?>)
            video()
                .evaluate(
                    "v => ['left', 'top', 'width', 'height'].map((side) =>"
                        + " parseFloat(v.style[side]))");
    return values.stream().map(value -> ((Number) value).doubleValue()).toList();
  }

  /** A button of the view: {@code fit}, {@code actual}, {@code larger}, {@code smaller}. */
  Locator tool(String name) {
    return page.locator("#screen-" + name);
  }

  /** The camera of whoever shares, over the screen. */
  Locator face() {
    return page.locator("#face");
  }

  Locator rowOf(Person person) {
    return rowOf(person.name());
  }

  Locator rowOf(String name) {
    var exactly = new Page.GetByTextOptions().setExact(true);
    return page.getByTestId("participant")
        .filter(new Locator.FilterOptions().setHas(page.getByText(name, exactly)));
  }

  /** The names in the list, from the top. */
  List<String> names() {
    return page.locator(".participant__name").allTextContents();
  }

  Locator button(String id) {
    return page.locator("#" + id);
  }

  Locator toast(String sentence) {
    return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(sentence));
  }

  Locator statePanel() {
    return page.locator("#state-panel");
  }

  void leave() {
    page.locator("#leave").click();
    page.waitForURL("**/desktops");
  }
}
