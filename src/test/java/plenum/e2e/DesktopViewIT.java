package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done with the picture of a shared screen, and with the camera over it. */
class DesktopViewIT {

  @RegisterExtension final People people = new People();

  private Person ada;
  private DesktopPage adas;
  private DesktopPage bobs;

  @BeforeEach
  void bobWatchesAdasScreen() {
    String room = people.desktop(people.roomName("View"));
    ada = people.named("Ada");
    adas = ada.enterDesktop(room);
    adas.share();
    bobs = people.newcomer("Bob").withoutDevices().arrive().enterDesktop(room);
    bobs.awaitScreenOf(ada);
    bobs.awaitPictureSize("1920x1080");
  }

  private double shownWidth() {
    return bobs.place().get(2);
  }

  /** By how much the picture is larger than the area on the side that it fills, in CSS pixels. */
  private double pastTheArea() {
    Object points =
        bobs.area()
            .evaluate(
                """
                area => {
                  const { width, height } = area.querySelector("#screen-video").style;
                  return Math.max(
                    parseFloat(width) - area.clientWidth, parseFloat(height) - area.clientHeight);
                }
                """);
    return ((Number) points).doubleValue();
  }

  /** The area follows the page's layout, and the picture the area a moment later. */
  private void awaitFitting() {
    eventually("the whole screen", this::pastTheArea, points -> Math.abs(points) < 0.01);
  }

  @Test
  void theScreenFitsOrIsShownPointByPoint() {
    BoundingBox area = bobs.area().boundingBox();
    assertThat(bobs.tool("fit")).hasAttribute("aria-pressed", "true");
    assertEquals(area.width, shownWidth(), 2);

    bobs.tool("actual").click();

    assertEquals(1920, shownWidth(), 0.01);
    assertThat(bobs.page().locator("#screen-zoom")).hasText("100 %");
    assertThat(bobs.page().locator("#screen-size")).hasText("1920 × 1080");

    bobs.tool("fit").click();

    assertEquals(area.width, shownWidth(), 2);
  }

  @Test
  void theKeyboardZoomsAndMovesTheScreen() {
    bobs.area().focus();
    awaitFitting();
    double fitting = shownWidth();

    bobs.page().keyboard().press("+");
    bobs.page().keyboard().press("+");

    assertTrue(shownWidth() > 1.5 * fitting);
    double left = bobs.place().get(0);
    bobs.page().keyboard().press("ArrowRight");
    assertEquals(left - 80, bobs.place().get(0), 1);
    bobs.page().keyboard().press("1");
    assertEquals(1920, shownWidth(), 0.01);
    bobs.page().keyboard().press("0");
    awaitFitting();
  }

  @Test
  void theMouseZoomsUnderThePointerAndDragsTheScreen() {
    BoundingBox area = bobs.area().boundingBox();
    bobs.page().mouse().move(area.x + 100, area.y + 200);
    bobs.page().mouse().wheel(0, -300);
    eventually("a larger picture", this::shownWidth, width -> width > 1.2 * area.width);
    double left = bobs.place().get(0);
    double top = bobs.place().get(1);
    double room = bobs.place().get(3) - area.height;

    bobs.page().mouse().down();
    bobs.page().mouse().move(area.x + 60, area.y + 170);
    bobs.page().mouse().up();

    assertEquals(left - 40, bobs.place().get(0), 2);
    // No edge comes into the area.
    assertEquals(Math.max(top - 30, -room), bobs.place().get(1), 2);
    bobs.area().dblclick();
    assertEquals(area.width, shownWidth(), 2);
  }

  @Test
  void twoFingersZoomAndOneMovesOnAPhone() {
    bobs.page().setViewportSize(390, 844);
    eventually("the screen at the width of a phone", this::shownWidth, width -> width < 390);
    BoundingBox area = bobs.area().boundingBox();
    double x = area.x + area.width / 2;
    double y = area.y + area.height / 2;
    double fitting = shownWidth();
    CDPSession fingers = bobs.page().context().newCDPSession(bobs.page());

    touch(fingers, "touchStart", x - 20, y, x + 20, y);
    touch(fingers, "touchMove", x - 60, y, x + 60, y);
    touch(fingers, "touchMove", x - 100, y, x + 100, y);
    touch(fingers, "touchEnd");

    eventually("a larger picture", this::shownWidth, width -> width > 2 * fitting);
    double left = bobs.place().get(0);
    touch(fingers, "touchStart", x, y);
    touch(fingers, "touchMove", x - 30, y);
    touch(fingers, "touchMove", x - 60, y);
    touch(fingers, "touchEnd");
    eventually("a moved picture", () -> bobs.place().get(0), now -> now < left - 30);
  }

  /** Fingers at these points, each x and y. */
  private static void touch(CDPSession session, String type, double... points) {
    JsonArray fingers = new JsonArray();
    for (int finger = 0; finger < points.length; finger += 2) {
      JsonObject point = new JsonObject();
      point.addProperty("x", points[finger]);
      point.addProperty("y", points[finger + 1]);
      point.addProperty("id", finger);
      fingers.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", fingers);
    session.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void theCameraOfWhoeverSharesLiesOverTheScreenAndIsMovedByKeysAndMouse() {
    assertThat(bobs.face()).isHidden();

    adas.button("toggle-camera").click();

    assertThat(bobs.face()).isVisible();
    assertThat(bobs.face()).hasAttribute("aria-label", "Camera of " + ada.name());
    eventually(
        "a moving picture of " + ada,
        () -> bobs.stats().from(ada).map(Stats.Received::framesDecoded).orElse(0.0),
        frames -> frames > 10);
    BoundingBox corner = bobs.face().boundingBox();
    bobs.face().focus();
    bobs.page().keyboard().press("ArrowLeft");
    bobs.page().keyboard().press("ArrowUp");
    BoundingBox moved = bobs.face().boundingBox();
    assertEquals(List.of(-24.0, -24.0), List.of(moved.x - corner.x, moved.y - corner.y));

    bobs.page().mouse().move(moved.x + 10, moved.y + 10);
    bobs.page().mouse().down();
    bobs.page().mouse().move(0, 0);
    bobs.page().mouse().up();
    BoundingBox area = bobs.area().boundingBox();
    assertEquals(area.x, bobs.face().boundingBox().x, 1);
    assertEquals(area.y, bobs.face().boundingBox().y, 1);
    bobs.face().click();
    BoundingBox turned = bobs.face().boundingBox();
    assertEquals(area.x + area.width, turned.x + turned.width, 1);
    assertEquals(area.y, turned.y, 1);
    assertNotEquals("true", bobs.face().getAttribute("data-own"));

    adas.stopSharing();

    adas.awaitState("free");
    assertThat(adas.button("toggle-camera")).isHidden();
    assertThat(bobs.rowOf(ada)).isVisible();
    assertThat(bobs.face()).isHidden();
  }

  @Test
  void theWholeScreenShowsNothingButTheScreenAndItsButtons() {
    bobs.button("screen-full").click();

    assertThat(bobs.page().locator(".controls")).isHidden();
    assertThat(bobs.page().locator("#participants")).isHidden();
    assertThat(bobs.area()).isVisible();

    bobs.button("screen-full").click();

    assertThat(bobs.page().locator(".controls")).isVisible();
  }
}
