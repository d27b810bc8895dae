package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.SmallDisk;

/** What {@code plenum.jar} unpacks, and when it is removed again. */
class CacheTest {

  @TempDir Path directory;

  private Path folder() {
    return directory.resolve("data/cache");
  }

  private Path jar(Map<String, String> files) throws IOException {
    Path jar = Files.createTempFile(directory, "plenum", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes());
      }
    }
    return jar;
  }

  private Path unpacked(Map<String, String> files) throws IOException {
    try (ZipFile jar = new ZipFile(jar(files).toFile())) {
      return new Cache(folder()).unpacked(Part.of(jar, "part/"), "part");
    }
  }

  @Test
  void unpacksOneFolderOfTheJar() throws IOException {
    Path part = unpacked(Map.of("part/a/b.txt", "b", "other/c.txt", "c"));

    assertEquals("b", Files.readString(part.resolve("a/b.txt")));
    assertFalse(Files.exists(part.resolve("c.txt")));
    assertTrue(part.startsWith(folder()), part.toString());
  }

  @Test
  void unpacksTheSameOnceAndOthersBesideIt() throws IOException {
    Path part = unpacked(Map.of("part/a", "1"));
    Path mark = Files.writeString(part.resolve("archive"), "made meanwhile");

    assertEquals(part, unpacked(Map.of("part/a", "1")));
    assertTrue(Files.exists(mark), "it was left alone");
    assertNotEquals(part, unpacked(Map.of("part/a", "2")));
    assertNotEquals(part, unpacked(Map.of("part/b", "1")));
  }

  @Test
  void mendsWhatWasDamaged() throws IOException {
    Path part = unpacked(Map.of("part/a", "text", "part/b", "b"));
    Files.delete(part.resolve("b"));
    assertEquals("b", Files.readString(unpacked(files("text")).resolve("b")));

    Files.writeString(part.resolve("a"), "te");
    assertEquals("text", Files.readString(unpacked(files("text")).resolve("a")));
  }

  private static Map<String, String> files(String a) {
    return Map.of("part/a", a, "part/b", "b");
  }

  @Test
  void beginsAnewAfterOneThatWasCutOff() throws IOException {
    Path part = unpacked(Map.of("part/a", "1"));
    Path half = folder().resolve(".new-" + part.getFileName());
    Files.move(part, half);
    Files.writeString(half.resolve("half"), "x");

    Path again = unpacked(Map.of("part/a", "1"));

    assertFalse(Files.exists(again.resolve("half")));
    assertFalse(Files.exists(half));
  }

  @Test
  void refusesInOneSentenceWhatCannotBeUnpacked() throws IOException {
    Files.writeString(directory.resolve("data"), "a file");

    String sentence =
        assertThrows(LaunchRefused.class, () -> unpacked(Map.of("part/a", "1"))).getMessage();

    assertTrue(sentence.startsWith("Plenum cannot unpack itself into " + folder()), sentence);
    assertFalse(sentence.contains("Exception"), sentence);
  }

  @Test
  void leavesNothingOfWhatADiskHadNoRoomFor() throws Exception {
    try (SmallDisk disk = SmallDisk.at(Files.createDirectory(directory.resolve("data")), "64k")) {
      Map<String, String> large =
          Map.of("part/a", "x".repeat(40_000), "part/b", "x".repeat(40_000));
      String sentence = assertThrows(LaunchRefused.class, () -> unpacked(large)).getMessage();

      assertTrue(sentence.endsWith(": No space left on device."), sentence);
      assertEquals(
          List.of("lock"), Folders.in(folder()).stream().map(f -> "" + f.getFileName()).toList());
    }
  }

  @Test
  void usesWhatWasPreparedOnADiskThatTakesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.at(Files.createDirectory(directory.resolve("data")), "64k")) {
      Path prepared = unpacked(Map.of("part/a", "1"));
      disk.remount("ro");

      assertEquals(prepared, unpacked(Map.of("part/a", "1")));
      assertThrows(LaunchRefused.class, () -> unpacked(Map.of("part/a", "2")));
    }
  }

  @Test
  void usesWhatWasPreparedWithAMarkThatItCannotWrite() throws Exception {
    try (SmallDisk disk = SmallDisk.at(Files.createDirectory(directory.resolve("others")), "64k")) {
      Path prepared = unpacked(Map.of("part/a", "1"));
      Path mark = prepared.resolve("in-use");
      Path others = Files.writeString(directory.resolve("others/in-use"), "");
      Files.delete(mark);
      Files.createSymbolicLink(mark, others);
      FileTime before = Files.getLastModifiedTime(others);
      disk.remount("ro");

      assertEquals(prepared, unpacked(Map.of("part/a", "1")));
      assertEquals(before, Files.getLastModifiedTime(mark));
    }
  }

  @Test
  void refusesAnotherJarAndEntriesThatLeadOut() throws IOException {
    assertThrows(LaunchRefused.class, () -> unpacked(Map.of("other/a", "1")));
    assertThrows(LaunchRefused.class, () -> unpacked(Map.of("part/../../a", "1")));
    assertFalse(Files.exists(directory.resolve("data/a")));
  }

  @Test
  void removesWhatNobodyUsesAnyMore() throws IOException {
    Path own = unpacked(Map.of("part/a", "1"));
    Path old = unpacked(Map.of("part/a", "2"));
    Path fresh = unpacked(Map.of("part/a", "3"));
    Path used = unpacked(Map.of("part/a", "4"));
    Path somebodys = Files.createDirectories(folder().resolve("somebodys"));
    for (Path part : Set.of(own, old, used)) {
      FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
      Files.setLastModifiedTime(part.resolve("in-use"), longAgo);
    }
    Cache.use(used);

    new Cache(folder()).removeOld(Set.of(own));

    assertTrue(Files.exists(own), "this server's");
    assertFalse(Files.exists(old), "an earlier version's");
    assertTrue(Files.exists(fresh), "of a server that is about to begin");
    assertTrue(Files.exists(used), "another server's");
    assertTrue(Files.exists(somebodys), "not from here");
  }
}
