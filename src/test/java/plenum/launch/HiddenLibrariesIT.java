package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In the one jar of all libraries those of the application come first: one that is also among the
 * server's hides the server's. ASM 9.7.1 once kept Payara Micro from reading newer classes so.
 * Which may, and why, is told here.
 */
class HiddenLibrariesIT {

  /** By the name of the application's library, why it may hide the server's. */
  private static final Map<String, String> MAY_HIDE =
      new TreeMap<>(
          Map.of(
              "h2", "the database's file is of this H2; nobody here uses the server's",
              "nimbus-jose-jwt", "the server needs it for logins that Plenum does itself",
              "json-smart", "as nimbus-jose-jwt, which needs it",
              "accessors-smart", "as json-smart, which needs it",
              "jcip-annotations", "annotations, which nobody reads"));

  private static final Path TARGET = Path.of(System.getProperty("plenum.test.target", "target"));

  /** The classes of one jar, by the names of its entries. */
  private static Set<String> classes(InputStream jar) throws IOException {
    Set<String> names = new HashSet<>();
    ZipInputStream zip = new ZipInputStream(jar);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      boolean isClass = name.endsWith(".class") && !name.matches(".*(module|package)-info.class");
      if (isClass && !name.startsWith("META-INF/")) {
        names.add(name);
      }
    }
    return names;
  }

  /** The jars inside an archive, by their names, with their classes. */
  private static Map<String, Set<String>> jars(Path archive) throws IOException {
    Map<String, Set<String>> jars = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".jar")) {
          String name = entry.getName().replaceFirst(".*/", "");
          jars.put(name, classes(new ByteArrayInputStream(zip.readAllBytes())));
        }
      }
    }
    return jars;
  }

  /** Such as {@code h2} of {@code h2-2.5.252.jar}. */
  private static String library(String jar) {
    return jar.replaceFirst("-\\d.*", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"payara-6", "payara-7"})
  void areThoseAloneOfWhichItIsKnownWhy(String release) throws IOException {
    Path server = TARGET.resolve(release).resolve("payara-micro.jar");
    assumeTrue(Files.exists(server), server + " is not there");
    Set<String> servers = new HashSet<>();
    jars(server).values().forEach(servers::addAll);
    assertTrue(servers.size() > 10_000, "the server's libraries were found: " + servers.size());

    Path war = Path.of(System.getProperty("plenum.test.war", TARGET + "/plenum.war"));
    Set<String> hiding = new TreeSet<>();
    jars(war)
        .forEach(
            (jar, classes) -> {
              if (classes.stream().anyMatch(servers::contains)) {
                hiding.add(library(jar));
              }
            });
    assertEquals(
        MAY_HIDE.keySet(),
        hiding,
        "a library of the application hides one of the server's, or does so no longer: exclude it"
            + " in pom.xml, or tell here why it may");
  }
}
