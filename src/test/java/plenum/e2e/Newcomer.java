package plenum.e2e;

import com.microsoft.playwright.Browser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import plenum.testing.Chromium;

/** Somebody who has not come yet: how their browser shall be. */
final class Newcomer {

  private final People people;
  private final String name;
  private final List<String> scripts = new ArrayList<>();
  private final JsonObjectBuilder choices = Json.createObjectBuilder().add("resolution", 180);
  private Browser browser;
  private URI site;
  private boolean named = true;
  private boolean allowed = true;
  private boolean believing;
  private String language = "en-US";

  Newcomer(People people, String name, Browser browser, URI site) {
    this.people = people;
    this.name = name;
    this.browser = browser;
    this.site = site;
  }

  /** Says no name before the first page is opened. */
  Newcomer nameless() {
    named = false;
    return this;
  }

  /** Has chosen "No camera" and "No microphone". */
  Newcomer withoutDevices() {
    return choosing("camera", "none").choosing("microphone", "none");
  }

  /** Made this choice of devices earlier. */
  Newcomer choosing(String choice, String value) {
    choices.add(choice, value);
    return this;
  }

  /** Sends a sharper picture than most journeys need. */
  Newcomer sharp() {
    choices.add("resolution", 720);
    return this;
  }

  /** Wants no pictures. */
  Newcomer soundOnly() {
    choices.add("soundOnly", true);
    return this;
  }

  /** Every page begins with this script. */
  Newcomer startingWith(String script) {
    scripts.add(script);
    return this;
  }

  /**
   * Is reached by another address; by https that is a front with a certificate of its own making.
   */
  Newcomer at(URI address) {
    site = address;
    believing = address.getScheme().equals("https");
    return this;
  }

  /** Uses a browser that waits for a permission which nobody gives. */
  Newcomer withoutPermission() {
    allowed = false;
    browser = people.browsers().asking();
    return this;
  }

  /** Shares a tab, when sharing. */
  Newcomer sharingTabs() {
    return in(people.browsers().sharingTabs(people.server()));
  }

  /** Shares a tab, when sharing, whose sound is really played. */
  Newcomer sharingTabsWithSound() {
    return in(people.browsers().sharingTabs(people.server(), Chromium.Trait.AUDIBLE));
  }

  /** Has a browser in this language, such as {@code de-DE}. */
  Newcomer reading(String language) {
    this.language = language;
    return this;
  }

  /** Uses this browser process. */
  Newcomer in(Browser process) {
    browser = process;
    return this;
  }

  /** Comes. */
  Person arrive() {
    scripts.add(0, remembering(choices.build()));
    Profile profile = new Profile(browser, site, scripts, allowed, believing, language);
    return people.welcome(new Person(name, profile, named));
  }

  private static String remembering(JsonObject choices) {
    return """
    if (location.protocol.startsWith("http") && !localStorage.getItem("plenum.devices")) {
      localStorage.setItem("plenum.devices", JSON.stringify(%s));
    }
    """
        .formatted(choices);
  }
}
