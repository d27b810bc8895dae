package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many libraries in one jar, which Java has to read as it would have read them all. */
class MergedJarTest {

  private static final String PLAIN = "Manifest-Version: 1.0\n\n";
  private static final String VERSIONED = "Manifest-Version: 1.0\nMulti-Release: true\n\n";

  private static byte[] jar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] mergedBytes(byte[]... jars) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MergedJar merged = new MergedJar(bytes)) {
      for (byte[] jar : jars) {
        merged.add(jar);
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> merged(byte[]... jars) throws IOException {
    Map<String, String> content = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(mergedBytes(jars)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        content.put(entry.getName(), new String(in.readAllBytes()));
      }
    }
    return content;
  }

  @Test
  void hasOfEachFileTheFirst() throws IOException {
    Map<String, String> content = merged(jar("a/A.class", "1"), jar("a/A.class", "2", "b", "3"));

    assertEquals("1", content.get("a/A.class"));
    assertEquals("3", content.get("b"));
  }

  @Test
  void joinsWhatIsReadFromAllLibraries() throws IOException {
    String services = "META-INF/services/a.Service";
    Map<String, String> content =
        merged(
            jar(services, "a.One", "META-INF/hk2-locator/default", "[a.One]S\n"),
            jar(services, "a.Two\n", "META-INF/hk2-locator/default", "[a.Two]S\n"));

    assertEquals("a.One\na.Two\n\n", content.get(services));
    assertEquals("[a.One]S\n\n[a.Two]S\n\n", content.get("META-INF/hk2-locator/default"));
  }

  @Test
  void leavesSignaturesAndModulesAway() throws IOException {
    assertEquals(
        Set.of("META-INF/MANIFEST.MF", "META-INF/LICENSE"),
        merged(
                jar(
                    "META-INF/MANIFEST.MF", PLAIN,
                    "META-INF/BC.SF", "x",
                    "META-INF/BC.RSA", "x",
                    "module-info.class", "x",
                    "META-INF/LICENSE", "x"))
            .keySet());
  }

  @Test
  void hasClassesOfNewerJavaFromThoseThatSaySo() throws IOException {
    Map<String, String> content =
        merged(
            jar("META-INF/versions/11/a/A.class", "unused", "META-INF/MANIFEST.MF", PLAIN),
            jar("META-INF/MANIFEST.MF", VERSIONED, "META-INF/versions/11/a/B.class", "11"));

    assertEquals(
        Set.of("META-INF/MANIFEST.MF", "META-INF/versions/11/a/B.class"), content.keySet());
    assertEquals(VERSIONED, content.get("META-INF/MANIFEST.MF").replace("\r", ""));
  }

  /** Or what is unpacked would be unpacked again, and archived again, after each build. */
  @Test
  void isTheSameForTheSame() throws IOException {
    byte[] jar = jar("b", "1", "META-INF/services/x", "y");

    assertArrayEquals(mergedBytes(jar), mergedBytes(jar));
  }

  @Test
  void leavesOutLibrariesOfTheServerThatNobodyUses(@TempDir Path folder) throws IOException {
    Path application = folder.resolve("app.war");
    Path server = folder.resolve("server.jar");
    Path libraries = folder.resolve("libraries.jar");
    pack(application, "WEB-INF/lib/h2-2.5.jar", jar("org/h2/Driver.class", "Plenum's"));
    pack(
        server,
        "MICRO-INF/runtime/h2.jar",
        jar("org/h2/Driver.class", "old", "org/h2/Old.class", ""),
        "MICRO-INF/runtime/krazo-core.jar",
        jar("org/eclipse/krazo/Mvc.class", ""),
        "MICRO-INF/runtime/kernel.jar",
        jar("Kernel.class", ""),
        "MICRO-INF/runtime/adapter.rar",
        jar("Adapter.class", ""));

    MergedJar.main(application.toString(), server.toString(), libraries.toString());

    try (ZipFile merged = new ZipFile(libraries.toFile())) {
      assertEquals(
          Set.of("META-INF/MANIFEST.MF", "org/h2/Driver.class", "Kernel.class", "adapter.rar"),
          merged.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
      try (InputStream driver = merged.getInputStream(merged.getEntry("org/h2/Driver.class"))) {
        assertEquals("Plenum's", new String(driver.readAllBytes()));
      }
    }
  }

  private static void pack(Path file, Object... namesAndContents) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        out.write((byte[]) namesAndContents[i + 1]);
      }
    }
  }
}
