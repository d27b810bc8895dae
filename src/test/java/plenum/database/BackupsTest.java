package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.store.Storage;
import plenum.testing.Product;
import plenum.testing.SmallDisk;

class BackupsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

  @TempDir Path folder;
  @TempDir Path other;
  private final Storage storage = new Storage();
  private Database database;
  private WriteQueue queue;

  @BeforeEach
  void open() {
    database = Database.open(Product.settings(Optional.empty()), folder);
    queue = new WriteQueue(database, 1000, new Storage());
  }

  @AfterEach
  void close() {
    queue.close();
    database.close();
  }

  private Path copy(LocalDate day) {
    return folder.resolve("backups").resolve("plenum-" + day + ".zip");
  }

  private static void claim(WriteQueue queue, String name) {
    queue.add(manager -> OnceRow.claim(manager, name));
  }

  private static long claims(Database database) {
    return database.read(
        manager ->
            manager.createQuery("select count(o) from OnceRow o", Long.class).getSingleResult());
  }

  /** As docs/operations/backup.md tells. */
  private static void unpack(Path archive, Path into) throws IOException {
    try (InputStream file = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, into.resolve(entry.getName()));
      }
    }
  }

  @Test
  void areCopiesOfOneMomentWhileItIsUsed() throws IOException {
    for (int i = 0; i < 200; i++) {
      claim(queue, "before " + i);
    }
    assertTrue(queue.flush(Duration.ofSeconds(60)));
    Thread busy =
        new Thread(
            () -> {
              for (int i = 0; i < 500; i++) {
                claim(queue, "meanwhile " + i);
                queue.flush(Duration.ofSeconds(60));
              }
            });
    busy.start();
    new Backups(database, folder, () -> 7, storage).look(DAY);
    claim(queue, "after");

    unpack(copy(DAY), other);
    try (Database restored = Database.open(Product.settings(Optional.empty()), other)) {
      assertTrue(claims(restored) >= 200, () -> "kept: " + claims(restored));
    }
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy(DAY))));
  }

  @Test
  void areOneADayAndTheOldestGo() throws IOException {
    Backups backups = new Backups(database, folder, () -> 2, storage);
    backups.look(DAY);
    byte[] first = Files.readAllBytes(copy(DAY));
    claim(queue, "later");
    assertTrue(queue.flush(Duration.ofSeconds(60)));
    backups.look(DAY);
    assertEquals(first.length, Files.readAllBytes(copy(DAY)).length, "not made again");

    backups.look(DAY.plusDays(1));
    backups.look(DAY.plusDays(2));
    try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
      assertEquals(List.of(copy(DAY.plusDays(1)), copy(DAY.plusDays(2))), files.sorted().toList());
    }
  }

  @Test
  void areMadeWhenSomebodyWishesFor() throws IOException {
    Backups backups = new Backups(database, folder, () -> 0, storage);
    backups.look(DAY);
    assertFalse(Files.exists(copy(DAY)));

    Path wish = Files.createFile(folder.resolve(Backups.WISH));
    backups.look(DAY);
    assertTrue(Files.exists(copy(DAY)));
    assertFalse(Files.exists(wish));
  }

  @Test
  void thatNobodyWantsAnyMoreAreNoTrouble() throws IOException {
    Files.createFile(folder.resolve("backups"));
    AtomicInteger most = new AtomicInteger(2);
    Backups backups = new Backups(database, folder, most::get, storage);
    backups.look(DAY);
    assertTrue(storage.problemBeside().isPresent());
    most.set(0);
    backups.look(DAY);
    assertEquals(Optional.empty(), storage.problemBeside());
  }

  @Test
  void thatCannotBeMadeStopNothing() throws IOException {
    Path obstacle = Files.createFile(folder.resolve("backups"));
    Backups backups = new Backups(database, folder, () -> 2, storage);
    backups.look(DAY);
    assertTrue(Files.isRegularFile(obstacle));
    assertEquals(Optional.empty(), storage.problem());
    assertTrue(storage.problemBeside().orElseThrow().startsWith("backups cannot be written"));

    Files.delete(obstacle);
    backups.look(DAY); // It is tried again, but not at once.
    assertFalse(Files.exists(obstacle));
    new Backups(database, folder, () -> 2, storage).look(DAY);
    assertEquals(Optional.empty(), storage.problemBeside());
  }

  @Test
  void leaveNoHalfOfOneOnAFullDisk() throws Exception {
    Path small = Files.createDirectory(folder.resolve("backups"));
    try (SmallDisk disk = SmallDisk.at(small, "8k")) {
      new Backups(database, folder, () -> 2, storage).look(DAY);
      try (Stream<Path> left = Files.list(small)) {
        assertEquals(List.of(), left.toList());
      }
      String why = storage.problemBeside().orElseThrow();
      assertTrue(why.contains("No space left on device"), why);

      disk.remount("size=50m");
      new Backups(database, folder, () -> 2, storage).look(DAY);
      assertTrue(Files.exists(copy(DAY)));
    }
  }
}
