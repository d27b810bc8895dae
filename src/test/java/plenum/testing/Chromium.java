package plenum.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Starts the Chrome or Chromium of this machine, the same that {@code src/build/browser.sh} finds.
 * Where Debian's {@code chromium-headless-shell} is installed too, which is the same browser
 * without windows and takes a third less of the processor, it is used for what it can do.
 */
public final class Chromium {

  /** A name that leads to this machine, but that browsers do not take for a secure address. */
  public static final String INSECURE_HOST = "meet.plenum.test";

  private static final List<String> NAMES =
      List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");
  private static final String WITHOUT_WINDOWS = "chromium-headless-shell";
  private static final List<String> MAC =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  private Chromium() {}

  /** Playwright, kept from fetching browsers of its own. */
  public static Playwright playwright() {
    Map<String, String> environment = new HashMap<>(TemporaryFiles.environment());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
  }

  /** What the title of a tab contains that browsers with {@link Trait#TABS} share. */
  public static final String SHARED_TITLE = "Shown to the others";

  /** How a browser differs from one that lets every page use its fake camera and microphone. */
  public enum Trait {
    /** It asks before a page may use them, and nobody answers. */
    ASKING,
    /**
     * Media use one address, that of the route to the server. A browser on the server's own machine
     * has several, of which SRS uses the one that was checked last; what SRS sends to one it did
     * not get the offer for comes from an address that the browser does not know, and is lost.
     */
    ONE_ADDRESS,
    /**
     * Whoever shares a screen there shares a tab: the one with {@link #SHARED_TITLE}, with its
     * sound. Other browsers share a pattern. Devices are given to whom they were granted.
     */
    TABS,
    /** It really plays its sounds; a tab that is silenced is shared without sound. */
    AUDIBLE,
    /** The whole browser, as people have it, although the one without windows would do. */
    WHOLE
  }

  /** What the browser without windows cannot do: it has no tabs to be shared, and asks nobody. */
  private static final Set<Trait> OF_WHOLE =
      EnumSet.of(Trait.TABS, Trait.AUDIBLE, Trait.ASKING, Trait.WHOLE);

  /** A browser with a fake camera and microphone that lets every page use them without asking. */
  public static Browser launch(Playwright playwright) {
    return launch(playwright, Set.of());
  }

  /** A browser with a fake camera and microphone. */
  public static Browser launch(Playwright playwright, Set<Trait> traits) {
    return launch(playwright, traits, Map.of());
  }

  /** The same with more in its environment. */
  static Browser launch(Playwright playwright, Set<Trait> traits, Map<String, String> more) {
    BrowserType.LaunchOptions options = options(traits);
    if (!more.isEmpty()) {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.putAll(TemporaryFiles.environment());
      environment.putAll(more);
      options.setEnv(environment);
    }
    return playwright.chromium().launch(options);
  }

  /**
   * As {@link #launch(Playwright)}, but started by something else, such as a script that puts it
   * into another network. It is the whole browser: the other one does not tell its pages which
   * addresses it was told to take for secure.
   *
   * @param starter makes the program that starts it, from where it is
   * @param more arguments
   */
  public static Browser launchBy(
      Playwright playwright, UnaryOperator<Path> starter, List<String> more) {
    BrowserType.LaunchOptions options = options(Set.of(Trait.WHOLE));
    List<String> arguments = new ArrayList<>(options.args);
    arguments.addAll(more);
    return playwright
        .chromium()
        .launch(
            options.setExecutablePath(starter.apply(options.executablePath)).setArgs(arguments));
  }

  private static BrowserType.LaunchOptions options(Set<Trait> traits) {
    List<String> arguments = new ArrayList<>();
    if (traits.contains(Trait.TABS)) {
      arguments.add("--auto-select-tab-capture-source-by-title=" + SHARED_TITLE);
    } else if (!traits.contains(Trait.ASKING)) {
      arguments.add("--use-fake-ui-for-media-stream");
    }
    if (traits.contains(Trait.ONE_ADDRESS)) {
      arguments.add("--webrtc-ip-handling-policy=default_public_interface_only");
    }
    // Pictures, but not more than tests look at; they are drawn by the processor anyway.
    arguments.add("--use-fake-device-for-media-stream=fps=8");
    arguments.add("--disable-gpu");
    arguments.add("--allow-loopback-in-peer-connection");
    arguments.add("--disable-background-networking");
    arguments.add("--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1");
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox");
    }
    var options =
        new BrowserType.LaunchOptions().setExecutablePath(find(traits)).setArgs(arguments);
    if (traits.contains(Trait.AUDIBLE)) {
      options.setIgnoreDefaultArgs(List.of("--mute-audio"));
    }
    return options;
  }

  private static Path find(Set<Trait> traits) {
    if (!Collections.disjoint(traits, OF_WHOLE)) {
      return find();
    }
    return Stream.concat(named(), onPath(List.of(WITHOUT_WINDOWS)))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(Chromium::find);
  }

  /** The processes of a browser: their {@code type}, {@code id} and {@code cpuTime} in seconds. */
  public static List<JsonObject> processes(Browser browser) {
    return browser
        .newBrowserCDPSession()
        .send("SystemInfo.getProcessInfo")
        .getAsJsonArray("processInfo")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /**
   * Opens the tab that is shared in a browser of {@link Trait#TABS}, 1920 by 1080 points large,
   * with this mark-up, in a window of its own: the browser shares a tab as large as its window.
   */
  public static Page openShared(Browser browser, String markup) {
    var size = new Browser.NewContextOptions().setViewportSize(1920, 1080);
    Page page = browser.newContext(size).newPage();
    String head = "<!doctype html><meta charset=utf-8><title>" + SHARED_TITLE + "</title>";
    page.setContent(head + "<body>" + markup);
    return page;
  }

  /** Where the whole browser is. */
  public static Path find() {
    return Stream.of(named(), onPath(NAMES), MAC.stream(), ofPlaywright())
        .flatMap(paths -> paths)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser journeys need Chrome or Chromium: install one, or name it in the"
                        + " environment variable PLENUM_TEST_CHROMIUM."));
  }

  private static Stream<String> named() {
    return Stream.ofNullable(System.getenv("PLENUM_TEST_CHROMIUM"));
  }

  private static Stream<String> onPath(List<String> names) {
    List<String> folders =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return names.stream()
        .flatMap(name -> folders.stream().map(folder -> folder + File.separator + name));
  }

  private static Stream<String> ofPlaywright() {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
    Path folder =
        Path.of(System.getenv().getOrDefault("PLAYWRIGHT_BROWSERS_PATH", cache.toString()));
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.endsWith("chrome") && file.toString().contains("chromium-"))
          .map(Path::toString)
          .toList()
          .stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
