package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.contract.ComposeFile.Mount;
import plenum.contract.ComposeFile.Service;

/** Every path and every setting in the files for containers exists, and they fit each other. */
class ContainerFilesTest {

  /** A name and a version that says which. */
  private static final Pattern PINNED = Pattern.compile("[a-z/-]+:v?\\d+\\.\\d+[\\w.-]+");

  private static final Set<String> OF_THE_JAR = Set.of("PLENUM_CACHE");

  private final Dockerfile dockerfile = Dockerfile.read();
  private final ComposeFile compose = ComposeFile.read(ContainerSettings.example());

  private Service service(String name) {
    return compose.services().get(name);
  }

  private static Set<String> unknown(Stream<String> variables) {
    Set<String> unknown = new TreeSet<>();
    variables
        .filter(name -> name.startsWith("PLENUM_") && !OF_THE_JAR.contains(name))
        .filter(name -> !ContainerSettings.variables().contains(name))
        .forEach(unknown::add);
    return unknown;
  }

  @Test
  void theImageHasAVersionAndIsNotRunByRoot() {
    List<String> images =
        dockerfile.all("FROM").stream().map(line -> line.replaceAll(" AS .*", "")).toList();
    assertTrue(images.size() > 1, "the tools stay behind");
    assertTrue(images.stream().allMatch(image -> PINNED.matcher(image).matches()), "" + images);
    assertTrue(dockerfile.last("USER").matches("[1-9]\\d+:[1-9]\\d+"));
    List<String> instructions =
        dockerfile.lines().stream().map(line -> line.split(" ")[0]).toList();
    assertTrue(instructions.lastIndexOf("USER") < instructions.indexOf("ENTRYPOINT"));
    assertTrue(instructions.lastIndexOf("USER") > instructions.lastIndexOf("RUN"));
  }

  @Test
  void theJavaOfTheImageHasModulesThatThereAre() {
    String jlink = dockerfile.all("RUN").get(0);
    List<String> modules = List.of(jlink.replaceAll(".*--add-modules (\\S+).*", "$1").split(","));
    assertTrue(modules.contains("java.se"), jlink);
    List<String> missing =
        modules.stream().filter(name -> ModuleFinder.ofSystem().find(name).isEmpty()).toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void theImageGetsTheJarAloneFromAReleaseOrACheckout() throws IOException {
    String jar = dockerfile.last("ARG").replace("JAR=", "");
    List<String> let = Files.readAllLines(Path.of("deploy/Dockerfile.dockerignore"));
    assertEquals(List.of("*", "!" + jar, "!target/" + jar), let);
    assertEquals(jar, ContainerSettings.example().get("PLENUM_JAR"));
  }

  @Test
  void theImageSetsWhatThereIsAndWritesWhereVolumesAre() {
    assertEquals(Set.of(), unknown(dockerfile.variables().map(line -> line.split("=")[0])));
    List<String> written = dockerfile.variables().map(line -> line.split("=")[1]).toList();
    assertEquals(written, dockerfile.words("VOLUME"));
    assertEquals(Set.copyOf(written), service("plenum").mounts().keySet());
  }

  @Test
  void everyContainerIsReadOnlyAndOfOneVersionOnTheHostsNetwork() {
    for (Service service : compose.services().values()) {
      boolean own = service.image().equals("plenum:local");
      assertTrue(own || PINNED.matcher(service.image()).matches(), service.image());
      assertEquals("true", service.all().get("read_only"), service.name());
      assertEquals("host", service.all().get("network_mode"), service.name());
      assertFalse(service.all().containsKey("ports"), "they would be ignored");
    }
  }

  @Test
  void plenumAloneNeedsNoProfile() {
    List<String> always =
        compose.services().values().stream()
            .filter(service -> service.profiles().isEmpty())
            .map(Service::name)
            .toList();
    assertEquals(List.of("plenum"), always);
    assertFalse(service("plenum").all().containsKey("depends_on"));
  }

  @Test
  void everyMountExists() {
    List<String> missing = new ArrayList<>();
    List<String> theSites = List.of("./plenum.crt", "./plenum.key");
    for (Service service : compose.services().values()) {
      for (Mount mount : service.mounts().values()) {
        boolean there =
            mount.isFile()
                ? mount.readOnly()
                    && (theSites.contains(mount.source()) || Files.isRegularFile(mount.file()))
                : compose.volumes().contains(mount.source());
        if (!there) {
          missing.add(service.name() + " has " + mount);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyVariableIsInTheExampleAndEveryLineOfItMeansSomething() {
    Set<String> lines = ContainerSettings.wholeExample().keySet();
    assertEquals(Set.of(), without(ComposeFile.variables(), lines));
    assertEquals(Set.of(), without(service("plenum").environment().keySet(), lines));
    Set<String> ofCompose = new TreeSet<>(ComposeFile.variables());
    ofCompose.add("COMPOSE_PROFILES");
    assertEquals(Set.of(), unknown(without(lines, ofCompose).stream()));
    assertEquals(
        Set.of(),
        without(lines, ofCompose).stream()
            .filter(name -> !name.startsWith("PLENUM_"))
            .collect(Collectors.toSet()));
  }

  private static Set<String> without(Iterable<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>();
    all.forEach(rest::add);
    rest.removeAll(some);
    return rest;
  }

  /** SRS takes no notice of a variable that it does not know. */
  @Test
  void everyVariableOfSrsIsADirectiveOfItsFile() {
    Path conf = service("srs").mounts().get("/etc/srs/plenum.conf").file();
    SrsDirective root = SrsConfiguration.read(conf);
    Set<String> known = new TreeSet<>(Set.of("CANDIDATE"));
    collect(root, "SRS", known);
    assertEquals(Set.of(), without(service("srs").environment().keySet(), known));
  }

  private static void collect(SrsDirective block, String prefix, Set<String> known) {
    for (SrsDirective child : block.children()) {
      String name = prefix + "_" + child.name().toUpperCase(Locale.ROOT);
      known.add(name);
      collect(child, name, known);
    }
  }

  @Test
  void srsWritesIntoMemoryAndFindsWhatItWrote() {
    Map<String, String> environment = service("srs").environment();
    assertEquals(environment.get("SRS_HTTP_SERVER_DIR"), environment.get("SRS_VHOST_HLS_HLS_PATH"));
    for (String path : List.of(environment.get("SRS_HTTP_SERVER_DIR"), "/tmp")) {
      assertTrue(service("srs").tmpfs().contains(path), path);
    }
    assertTrue(environment.get("SRS_PID").startsWith("/tmp/"));
  }

  /** Host networking publishes whatever a container listens at: these are the ports. */
  @Test
  void thePortsAreThoseThatTheDocumentsName() {
    SrsDirective srs = SrsConfiguration.read(Path.of("srs-conf", "plenum.conf"));
    assertEquals("1935", srs.at("listen"));
    assertEquals("127.0.0.1:1985", srs.at("http_api/listen"));
    assertEquals("127.0.0.1:8080", srs.at("http_server/listen"));
    assertEquals("8000", srs.at("rtc_server/listen"));
    assertEquals(List.of("--port", "8090"), service("plenum").command());
    assertEquals(dockerfile.words("CMD"), service("plenum").command());
    assertEquals("8090/tcp 8443/tcp 8000/tcp 8000/udp", dockerfile.last("EXPOSE"));
    assertTrue(dockerfile.last("HEALTHCHECK").contains("/dev/tcp/127.0.0.1/8090"));
  }
}
