package plenum.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The libraries of Payara Micro and of the application in one jar: in more than three hundred Java
 * looks one after the other, for every class and every resource that is in none of them. The build
 * writes it.
 */
final class MergedJar implements Closeable {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String VERSIONS = "META-INF/versions/";

  /** 2026-01-01, so that the same content gives the same file. */
  private static final long TIME = 1_767_225_600_000L;

  /** Whoever reads these reads those of all libraries. */
  private static final Pattern JOINED =
      Pattern.compile("META-INF/(services|hk2-locator|loggerinfo|logmessages)/.+|jndi.properties");

  /** Signatures are of other jars; classes of signed ones would not be archived. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)|META-INF/INDEX.LIST|.*module-info.class");

  /**
   * What no other library of Payara's asks for and Plenum does not use. Some of them are loaded at
   * each start otherwise, and what Java knows of a jar in memory grows with what is in it.
   */
  private static final Pattern UNUSED =
      Pattern.compile(
          // Secrets from clouds' services; MVC; passwords of this system's users.
          "(microprofile-config-extensions|krazo-.+|jakarta\\.mvc-api|jersey-mvc.*|libpam4j-.+"
              // A database, where Plenum brings its own; what nothing refers to.
              + "|h2|reactor-core)\\.jar");

  private final ZipOutputStream out;
  private final Set<String> written = new HashSet<>();
  private final Map<String, ByteArrayOutputStream> joined = new TreeMap<>();

  MergedJar(OutputStream target) throws IOException {
    out = new ZipOutputStream(target);
    out.setLevel(Deflater.BEST_SPEED);
    write(MANIFEST, "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(UTF_8));
  }

  /**
   * Writes it.
   *
   * @param arguments the application, Payara Micro's jar, and the file to write
   */
  public static void main(String... arguments) throws IOException {
    try (MergedJar merged = new MergedJar(buffered(Path.of(arguments[2])))) {
      merged.addNested(Path.of(arguments[0]), "WEB-INF/lib/");
      merged.addNested(Path.of(arguments[1]), "MICRO-INF/runtime/");
    }
  }

  /** What packs writes half a thousand bytes at a time. */
  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private void addNested(Path packed, String folder) throws IOException {
    try (ZipFile all = new ZipFile(packed.toFile())) {
      for (ZipEntry entry : all.stream().sorted(comparing(ZipEntry::getName)).toList()) {
        String name = entry.getName();
        if (name.startsWith(folder) && !entry.isDirectory()) {
          String inside = name.substring(folder.length());
          byte[] content = read(all.getInputStream(entry));
          if (!inside.endsWith(".jar")) {
            write(inside, content); // Adapters, which Payara unpacks.
          } else if (!UNUSED.matcher(inside).matches()) {
            add(content);
          }
        }
      }
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    try (in) {
      return in.readAllBytes();
    }
  }

  /** Of what is there twice the first counts, as on a class path. */
  void add(byte[] jar) throws IOException {
    boolean versions = hasVersions(jar);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (JOINED.matcher(name).matches()) {
          join(name, in.readAllBytes());
        } else if (!entry.isDirectory()
            && !LEFT_OUT.matcher(name).matches()
            && (versions || !name.startsWith(VERSIONS))) {
          write(name, in.readAllBytes());
        }
      }
    }
  }

  /** Elsewhere such classes are not used, and may not be. */
  private static boolean hasVersions(byte[] jar) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(MANIFEST)) {
          Attributes attributes = new Manifest(in).getMainAttributes();
          return "true".equalsIgnoreCase(attributes.getValue(Attributes.Name.MULTI_RELEASE));
        }
      }
      return false;
    }
  }

  private void join(String name, byte[] content) throws IOException {
    ByteArrayOutputStream all = joined.computeIfAbsent(name, n -> new ByteArrayOutputStream());
    all.write(content);
    all.write('\n');
  }

  private void write(String name, byte[] content) throws IOException {
    if (written.add(name)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(TIME);
      out.putNextEntry(entry);
      out.write(name.endsWith(".class") ? CompactClass.of(content) : content);
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      for (Map.Entry<String, ByteArrayOutputStream> entry : joined.entrySet()) {
        write(entry.getKey(), entry.getValue().toByteArray());
      }
    }
  }
}
