package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.ApplicationPath;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.media.srs.HooksResource;
import plenum.settings.SrsSettings;
import plenum.web.RestApplication;

/** The files in {@code srs-conf}, without an SRS: their syntax, and that they fit Plenum. */
class SrsConfTest {

  static final Path FOLDER = Path.of("srs-conf");
  private static final String VHOST = "vhost/";

  /** Lines whose comment holds for the next line as well. */
  private static final String TOGETHER =
      " *([a-z_]+( \\S+)? \\{|(enabled|username|key|protocol|tcp_nodelay|rtmp_to_rtc|on_[a-z]+)"
          + " .*;)";

  private static final List<String> HOOKS =
      List.of("on_publish", "on_unpublish", "on_play", "on_stop");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".conf")).sorted().toList().stream();
    }
  }

  /** Those with every ability. */
  static Stream<Path> fullFiles() throws IOException {
    return files().filter(file -> !file.endsWith("plenum-minimal.conf"));
  }

  private static SrsDirective production() {
    return SrsConfiguration.read(FOLDER.resolve("plenum.conf"));
  }

  private static Properties defaults() throws IOException {
    Properties properties = new Properties();
    try (InputStream file =
        RestApplication.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(file);
    }
    return properties;
  }

  /** The port that {@code mvn -Prun} and docs/operations/settings.md start Plenum with. */
  private static String plenumPort() throws IOException {
    Matcher port =
        Pattern.compile("<plenum.http.port>(\\d+)<").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(port.find());
    return port.group(1);
  }

  private static String hookPath() {
    Method hook =
        Arrays.stream(HooksResource.class.getMethods())
            .filter(method -> method.getName().equals("hook"))
            .findFirst()
            .orElseThrow();
    return Stream.of(
            RestApplication.class.getAnnotation(ApplicationPath.class).value(),
            HooksResource.class.getAnnotation(jakarta.ws.rs.Path.class).value(),
            hook.getAnnotation(jakarta.ws.rs.Path.class).value())
        .map(part -> part.replaceAll("^/|/$", ""))
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String port(String listen) {
    return listen.substring(listen.lastIndexOf(':') + 1);
  }

  @Test
  void thereAreFour() throws IOException {
    assertEquals(
        Set.of("plenum.conf", "plenum-minimal.conf", "plenum-tls.conf", "plenum-second.conf"),
        files().map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void namesNothingTwice(Path file) {
    SrsDirective root = SrsConfiguration.read(file);
    Stream.concat(Stream.of(root), root.all())
        .forEach(
            block -> {
              List<String> names = block.children().stream().map(SrsDirective::name).toList();
              names.forEach(
                  name ->
                      assertEquals(1, Collections.frequency(names, name), name + " in " + file));
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void explainsEveryDirectiveBesideIt(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> mute =
        SrsConfiguration.read(file)
            .all()
            .filter(directive -> !isExplained(lines, directive.line() - 1))
            .map(directive -> directive.line() + " " + directive.name())
            .toList();
    assertEquals(List.of(), mute);
  }

  /** A comment stands above it, or above the block or the group that it begins or goes on. */
  private static boolean isExplained(List<String> lines, int index) {
    int above = index - 1;
    while (above >= 0 && lines.get(above).matches(TOGETHER)) {
      above--;
    }
    return above >= 0 && lines.get(above).strip().startsWith("#");
  }

  @ParameterizedTest
  @MethodSource("files")
  void sendsItsHooksToPlenum(Path file) throws IOException {
    SrsDirective hooks = SrsConfiguration.read(file).find(VHOST + "http_hooks").orElseThrow();
    assertEquals("on", hooks.at("enabled"));
    for (String hook : HOOKS) {
      URI address = URI.create(hooks.at(hook));
      assertEquals(
          "http://127.0.0.1:" + plenumPort(), address.resolve("/").toString().replaceAll("/$", ""));
      assertEquals(hookPath(), address.getPath(), hook);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void comesWithASecretThatPlenumRefuses(Path file) {
    SrsDirective hooks = SrsConfiguration.read(file).find(VHOST + "http_hooks").orElseThrow();
    for (String hook : HOOKS) {
      String secret = URI.create(hooks.at(hook)).getQuery().replaceFirst("^secret=", "");
      assertTrue(secret.length() < SrsSettings.SECRET_LENGTH, secret);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void comesWithAPasswordThatOpensToNobody(Path file) {
    SrsDirective auth = SrsConfiguration.read(file).find("http_api/auth").orElseThrow();
    assertEquals("on", auth.at("enabled"));
    assertTrue(auth.at("password").contains(":"), "SRS never accepts a password with a colon");
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsThePlainApiOnLoopback(Path file) {
    SrsDirective root = SrsConfiguration.read(file);
    assertTrue(root.at("http_api/listen").startsWith("127.0.0.1:"));
    assertTrue(root.find("exporter").isEmpty(), "the exporter stays off");
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesSessionsUpAfterMoreThanThirtySeconds(Path file) {
    int seconds = Integer.parseInt(SrsConfiguration.read(file).at(VHOST + "rtc/stun_timeout"));
    assertTrue(seconds > 30, "SRS 6.0.157 needs more; see srs-conf/plenum.conf");
  }

  /** SRS 6.0.157 ended in long runs with media over TCP; see docs/media.md. */
  @ParameterizedTest
  @MethodSource("files")
  void keepsMediaOffTcp(Path file) {
    SrsDirective rtc = SrsConfiguration.read(file).find("rtc_server").orElseThrow();
    assertEquals("udp", rtc.at("protocol"));
    assertEquals("off", rtc.at("tcp/enabled"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void tellsBrowsersOfOneAddress(Path file) {
    SrsDirective rtc = SrsConfiguration.read(file).find("rtc_server").orElseThrow();
    assertEquals("off", rtc.at("api_as_candidates"));
    assertEquals("$CANDIDATE", rtc.at("candidate"));
  }

  @ParameterizedTest
  @MethodSource("fullFiles")
  void hasEveryDirectiveThatADeploymentAsksFor(Path file) {
    SrsDirective root = SrsConfiguration.read(file);
    List<String> paths =
        List.of(
            "listen",
            "max_connections",
            "srs_log_tank",
            "srs_log_file",
            "daemon",
            "http_api/listen",
            "http_api/auth/username",
            "http_server/listen",
            "http_server/dir",
            "rtc_server/listen",
            "rtc_server/candidate",
            "rtc_server/tcp/listen",
            "vhost/hls/enabled",
            "vhost/http_remux/mount",
            "vhost/rtc/rtmp_to_rtc",
            "vhost/rtc/rtc_to_rtmp",
            "vhost/rtc/nack",
            "vhost/rtc/twcc",
            "vhost/play/gop_cache",
            "vhost/play/queue_length",
            "vhost/play/mw_latency",
            "vhost/publish/mr",
            "vhost/publish/mr_latency",
            "vhost/tcp_nodelay",
            "vhost/min_latency");
    assertEquals(List.of(), paths.stream().filter(path -> root.find(path).isEmpty()).toList());
    assertEquals("off", root.at("daemon"));
    assertEquals("on", root.at("vhost/rtc/rtmp_to_rtc"));
    assertEquals("on", root.at("vhost/rtc/rtc_to_rtmp"));
  }

  /** SRS writes into {@code objs/nginx/html} otherwise, and answers 404 to every HLS viewer. */
  @ParameterizedTest
  @MethodSource("fullFiles")
  void servesHlsFromWhereItIsWritten(Path file) {
    SrsDirective root = SrsConfiguration.read(file);
    assertEquals(root.at("http_server/dir"), root.at(VHOST + "hls/hls_path"));
  }

  /** With a guess, SRS 6.0.157 let some viewers have no sound. */
  @ParameterizedTest
  @MethodSource("fullFiles")
  void promisesSoundAndPictureByFlv(Path file) {
    SrsDirective remux = SrsConfiguration.read(file).find(VHOST + "http_remux").orElseThrow();
    assertEquals("off", remux.at("guess_has_av"));
  }

  /** With 0, SRS uses a whole core from the first HTTP-FLV viewer on. */
  @ParameterizedTest
  @MethodSource("fullFiles")
  void pausesBetweenLooksForPackets(Path file) {
    int millis = Integer.parseInt(SrsConfiguration.read(file).at(VHOST + "play/mw_latency"));
    assertTrue(millis > 0);
  }

  @Test
  void hasThePortsOfPlenumsDefaults() throws IOException {
    SrsDirective root = production();
    Properties defaults = defaults();
    assertEquals(
        URI.create(defaults.getProperty("plenum.media.srs.rtmp").replace("{host}", "h")).getPort(),
        Integer.parseInt(root.at("listen")));
    assertEquals(
        URI.create(defaults.getProperty("plenum.media.srs.http").replace("{host}", "h")).getPort(),
        Integer.parseInt(port(root.at("http_server/listen"))));
    assertEquals(defaults.getProperty("plenum.media.port"), root.at("rtc_server/listen"));
    assertEquals(defaults.getProperty("plenum.media.port"), root.at("rtc_server/tcp/listen"));
  }

  @Test
  void hasTheApiPortThatTheDocumentsGive() throws IOException {
    String node = "plenum.media.nodes=http://127.0.0.1:" + port(production().at("http_api/listen"));
    assertTrue(Files.readString(Path.of("docs", "operations", "srs.md")).contains(node), node);
  }

  @Test
  void letsTheSecondNodeRunBesideTheFirst() {
    SrsDirective first = production();
    SrsDirective second = SrsConfiguration.read(FOLDER.resolve("plenum-second.conf"));
    for (String path :
        List.of(
            "listen",
            "http_api/listen",
            "http_server/listen",
            "rtc_server/listen",
            "rtc_server/tcp/listen",
            "pid",
            "srs_log_file",
            "http_server/dir")) {
      assertFalse(first.at(path).equals(second.at(path)), path);
    }
  }

  @Test
  void noticesASwallowedSemicolon() {
    assertThrows(
        SrsConfiguration.Malformed.class,
        () -> SrsConfiguration.parse("max_connections 800 daemon off;\n"));
  }

  @Test
  void noticesAMissingSemicolon() {
    assertThrows(
        SrsConfiguration.Malformed.class,
        () -> SrsConfiguration.parse("max_connections 800\ndaemon off;\n"));
  }

  @Test
  void noticesAnUnclosedBlock() {
    assertThrows(
        SrsConfiguration.Malformed.class,
        () -> SrsConfiguration.parse("http_api {\n  enabled on;\n"));
  }

  @Test
  void noticesABraceTooMany() {
    assertThrows(
        SrsConfiguration.Malformed.class, () -> SrsConfiguration.parse("daemon off;\n}\n"));
  }
}
