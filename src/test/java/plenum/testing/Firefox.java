package plenum.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * This machine's Firefox with one window and a fake camera and microphone that every page may use.
 * Playwright drives only a Firefox of its own making; this one is driven by WebDriver BiDi.
 */
public final class Firefox implements AutoCloseable {

  private static final List<String> NAMES = List.of("firefox-esr", "firefox");
  private static final Duration START = Duration.ofSeconds(60);
  private static final Pattern LISTENING = Pattern.compile("BiDi listening on (ws://\\S+)");

  private static final String PREFERENCES =
      """
      user_pref("media.navigator.streams.fake", true);
      user_pref("media.navigator.permission.disabled", true);
      user_pref("media.autoplay.default", 0);
      user_pref("media.peerconnection.ice.loopback", true);
      user_pref("media.peerconnection.ice.obfuscate_host_addresses", false);
      user_pref("media.gmp-manager.updateEnabled", false);
      user_pref("app.normandy.enabled", false);
      user_pref("browser.shell.checkDefaultBrowser", false);
      user_pref("datareporting.policy.dataSubmissionEnabled", false);
      user_pref("network.captive-portal-service.enabled", false);
      user_pref("network.connectivity-service.enabled", false);
      user_pref("services.settings.server", "data:,");
      user_pref("intl.accept_languages", "en");
      """;

  private final Process process;
  private final Bidi bidi;
  private final String window;

  private Firefox(Process process, URI address) {
    this.process = process;
    this.bidi = new Bidi(address.resolve("/session"));
    var wanted = Json.createObjectBuilder().add("capabilities", Json.createObjectBuilder());
    bidi.send("session.new", wanted);
    JsonObject tree = bidi.send("browsingContext.getTree", Json.createObjectBuilder());
    this.window = tree.getJsonArray("contexts").getJsonObject(0).getString("context");
  }

  /** Where it is, if there is one. */
  public static Optional<Path> find() {
    String folders = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Stream.ofNullable(System.getenv("PLENUM_TEST_FIREFOX")).map(Path::of),
            NAMES.stream()
                .flatMap(
                    name ->
                        Stream.of(folders.split(File.pathSeparator))
                            .map(folder -> Path.of(folder, name))))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it with a new profile.
   *
   * @param profile an empty folder, which holds the profile and what the browser said
   */
  public static Firefox launch(Path executable, Path profile) throws IOException {
    Files.writeString(profile.resolve("user.js"), PREFERENCES);
    Path log = profile.resolve("firefox.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    executable.toString(),
                    "--headless",
                    "--no-remote",
                    "--remote-debugging-port=0",
                    "--profile",
                    profile.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      var address = Waiting.until("Firefox", START, () -> address(log), Optional::isPresent);
      return new Firefox(process, address.orElseThrow());
    } catch (RuntimeException | Error failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  private static Optional<URI> address(Path log) {
    try {
      return LISTENING
          .matcher(Files.readString(log, UTF_8))
          .results()
          .map((MatchResult found) -> URI.create(found.group(1)))
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Goes to this address and waits until the page has loaded. */
  public void open(URI address) {
    var parameters = Json.createObjectBuilder().add("context", window);
    parameters.add("url", address.toString()).add("wait", "complete");
    bidi.send("browsingContext.navigate", parameters);
  }

  /** The text that this expression, or what it promises, is in the page. */
  public String evaluate(String expression) {
    var target = Json.createObjectBuilder().add("context", window);
    var parameters = Json.createObjectBuilder().add("target", target).add("awaitPromise", true);
    parameters.add("expression", "Promise.resolve(" + expression + ").then(String)");
    JsonObject result = bidi.send("script.evaluate", parameters);
    if (!result.getString("type").equals("success")) {
      throw new IllegalStateException(result.getJsonObject("exceptionDetails").toString());
    }
    return result.getJsonObject("result").getString("value");
  }

  @Override
  public void close() {
    bidi.close();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
  }
}
