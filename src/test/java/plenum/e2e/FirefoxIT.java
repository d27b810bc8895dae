package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Eventually.eventually;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.Firefox;

/** Somebody with Firefox meets somebody with Chromium. */
class FirefoxIT {

  private static final String NAME = "Fox";
  private static final String HOW =
      "There is no Firefox: install firefox-esr, or name one in PLENUM_TEST_FIREFOX.";

  /** Of one tile: the picture's width, seconds played, pictures decoded, energy of the sound. */
  private static final String RECEIVED =
      """
      (async () => {
        const { received = [] } = window.plenumStats ? await plenumStats() : {};
        const name = %s;
        const [from] = received.filter((one) => one.source === "camera" && one.name === name);
        const tile = [...document.querySelectorAll("[data-testid=tile]")]
          .find((one) => one.querySelector(".tile__name")?.textContent.trim() === name);
        const video = tile?.querySelector("video");
        const played = video?.currentTime ?? 0;
        const width = video?.videoWidth ?? 0;
        return JSON.stringify([width, played, from?.framesDecoded ?? 0, from?.audioEnergy ?? 0]);
      })()
      """;

  @RegisterExtension final People people = new People();

  @TempDir Path profile;

  private Optional<Firefox> running = Optional.empty();

  @BeforeEach
  void thereIsAFirefox() throws IOException {
    Optional<Path> found = Firefox.find();
    if (found.isEmpty()) {
      System.out.println("Skipped: FirefoxIT. " + HOW);
    }
    Assumptions.assumeTrue(found.isPresent(), HOW);
    running = Optional.of(Firefox.launch(found.orElseThrow(), profile));
  }

  @AfterEach
  void close() {
    running.ifPresent(Firefox::close);
  }

  @Test
  void firefoxAndChromiumSeeAndHearEachOther() {
    String room = people.room(people.roomName("Two browsers"));
    Person ada = people.named("Ada");
    RoomPage adas = ada.enter(room);
    Firefox firefox = running.orElseThrow();
    String fox = people.roomName(NAME);
    rename(firefox, fox);

    firefox.open(people.server().url("/room?id=" + room));

    adas.awaitMediaFrom(fox);
    adas.awaitPictureIn(adas.tileOf(fox));
    JsonArray first = awaitMore(firefox, ada, read("[0, 0, 0, 0]"));
    awaitMore(firefox, ada, first);
  }

  private void rename(Firefox firefox, String name) {
    // Not the start page: what it asks about its person may be answered after this, by the old
    // cookie.
    firefox.open(people.server().url("/nowhere"));
    String wanted = Json.createObjectBuilder().add("name", name).build().toString();
    String request =
        "fetch('/api/me', {method: 'PUT', headers: {'Content-Type': 'application/json'}, body:"
            + " %s})";
    String status = firefox.evaluate(request.formatted(quoted(wanted)) + ".then((r) => r.status)");
    assertEquals("200", status);
  }

  /** Waits for a picture and for more pictures and sound than there were. */
  private static JsonArray awaitMore(Firefox firefox, Person from, JsonArray before) {
    return eventually(
        "more pictures and sound in Firefox than " + before,
        () -> read(firefox.evaluate(RECEIVED.formatted(quoted(from.name())))),
        now ->
            now.getInt(0) > 0
                && more(before, now, 1)
                && more(before, now, 2)
                && more(before, now, 3));
  }

  private static boolean more(JsonArray before, JsonArray now, int which) {
    double was = before.getJsonNumber(which).doubleValue();
    return now.getJsonNumber(which).doubleValue() > was + (which == 3 ? RoomPage.SOUND : 0);
  }

  private static JsonArray read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }

  private static String quoted(String text) {
    return Json.createValue(text).toString();
  }
}
