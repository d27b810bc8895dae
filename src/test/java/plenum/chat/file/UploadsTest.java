package plenum.chat.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.identity.Actor;
import plenum.settings.FileSettings;
import plenum.settings.FileType;
import plenum.store.Storage;
import plenum.testing.Actors;
import plenum.testing.SmallDisk;

class UploadsTest {

  private static final String HALL = "hall";

  private final Actor ada = Actors.named("Ada");
  private final Actor eve = Actors.named("Eve");
  private final Storage storage = new Storage();
  private Instant now = Instant.EPOCH;
  private FileSettings limits = FilesForTests.LIMITS;
  private Runnable asked = () -> {};
  private Uploads uploads;

  @TempDir private Path data;

  private FileSettings limits() {
    asked.run();
    return limits;
  }

  @BeforeEach
  void start() {
    uploads = new Uploads(this::limits, () -> now, data.resolve("files"), storage);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(String code, Runnable act) {
    assertEquals(code, assertThrows(FileRefused.class, act::run).code());
  }

  private Set<String> files() {
    Path folder = data.resolve("files");
    if (Files.notExists(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void takesAFileInPieces() throws IOException {
    FileId id = uploads.begin(ada, HALL, "../notes.txt", 8);
    assertEquals(5, uploads.add(ada, HALL, id, 0, bytes("Hello")).offset());
    assertEquals(5, uploads.progress(ada, id).offset());
    assertEquals(8, uploads.add(ada, HALL, id, 5, bytes(" Al")).offset());

    Attachment file = uploads.take(ada.person(), HALL, id);
    assertEquals(
        new Attachment(id, new FileName("notes.txt"), FileType.TEXT, 8, Optional.empty()), file);
    assertArrayEquals(bytes("Hello Al"), Files.readAllBytes(uploads.path(file)));
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(uploads.path(file))));
  }

  @Test
  void tellsWhereToGoOn() {
    FileId id = uploads.begin(ada, HALL, "notes.txt", 8);
    uploads.add(ada, HALL, id, 0, bytes("Hel"));
    refused("wrong-offset", () -> uploads.add(ada, HALL, id, 0, bytes("Hel")));
    refused("wrong-offset", () -> uploads.add(ada, HALL, id, 4, bytes("o")));
    refused("file-invalid", () -> uploads.add(ada, HALL, id, 3, bytes("lo and more")));
    assertEquals(new Uploads.Progress(3, 8), uploads.progress(ada, id));
  }

  @Test
  void isNobodyElses() {
    FileId id = uploads.begin(ada, HALL, "notes.txt", 2);
    refused("no-such-file", () -> uploads.progress(eve, id));
    refused("no-such-file", () -> uploads.add(eve, HALL, id, 0, bytes("Hi")));
    refused("no-such-file", () -> uploads.add(ada, "other", id, 0, bytes("Hi")));
    uploads.cancel(eve, id);
    uploads.add(ada, HALL, id, 0, bytes("Hi"));
    refused("no-such-file", () -> uploads.take(eve.person(), HALL, id));
    refused("no-such-file", () -> uploads.take(ada.person(), "other", id));
    assertEquals(2, uploads.take(ada.person(), HALL, id).bytes());
    refused("no-such-file", () -> uploads.take(ada.person(), HALL, id));
  }

  @Test
  void takesNoneThatIsNotWhole() {
    FileId id = uploads.begin(ada, HALL, "notes.txt", 2);
    uploads.add(ada, HALL, id, 0, bytes("H"));
    refused("no-such-file", () -> uploads.take(ada.person(), HALL, id));
  }

  @Test
  void seesWhatAFileIs() {
    byte[] picture = FilesForTests.picture("png", 40, 30);
    FileId id = uploads.begin(ada, HALL, "shot.PNG", picture.length);
    uploads.add(ada, HALL, id, 0, picture);
    assertEquals(
        Optional.of(new Dimensions(40, 30)), uploads.take(ada.person(), HALL, id).picture());

    FileId wrong = uploads.begin(ada, HALL, "notes.txt", picture.length);
    refused("file-type-refused", () -> uploads.add(ada, HALL, wrong, 0, picture));
    assertEquals(Set.of(id.value()), files());
    refused("no-such-file", () -> uploads.progress(ada, wrong));
  }

  @Test
  void keepsNothingOfAPictureButThePicture() throws IOException {
    byte[] photo = MarkedPictures.jpeg(40, 30, MarkedPictures.exif(6));
    FileId id = uploads.begin(ada, HALL, "photo.jpg", photo.length);
    uploads.add(ada, HALL, id, 0, photo);
    assertEquals(photo.length, uploads.progress(ada, id).offset());
    Attachment kept = uploads.take(ada.person(), HALL, id);

    byte[] there = Files.readAllBytes(uploads.path(kept));
    assertFalse(MarkedPictures.tells(there, MarkedPictures.SECRET));
    assertEquals(Optional.of(new Dimensions(30, 40)), kept.picture());
    assertEquals(there.length, kept.bytes());
    assertEquals(there.length, uploads.bytes());
    assertEquals(Set.of(id.value()), files());
    uploads.release(id);
    assertEquals(0, uploads.bytes() + uploads.count());
  }

  @Test
  void keepsNothingOfAPictureThatIsGivenUpWhenItIsWhole() {
    byte[] photo = MarkedPictures.jpeg(40, 30, MarkedPictures.exif(6));
    FileId id = uploads.begin(ada, HALL, "photo.jpg", photo.length);
    asked = () -> uploads.cancel(ada, id);
    refused("no-such-file", () -> uploads.add(ada, HALL, id, 0, photo));
    assertEquals(Set.of(), files());
    assertEquals(0, uploads.bytes());
  }

  @Test
  void refusesAtTheBeginning() {
    refused("file-type-refused", () -> uploads.begin(ada, HALL, "page.html", 8));
    refused("file-type-refused", () -> uploads.begin(ada, HALL, "icon.svg", 8));
    refused("file-type-refused", () -> uploads.begin(ada, HALL, "all.zip", 8));
    refused("file-invalid", () -> uploads.begin(ada, HALL, "notes.txt", 0));
    refused("file-too-large", () -> uploads.begin(ada, HALL, "notes.txt", 10_001));
    limits = off();
    refused("files-not-permitted", () -> uploads.begin(ada, HALL, "notes.txt", 8));
    assertEquals(Set.of(), files());
  }

  private static FileSettings off() {
    return with(false, 0);
  }

  private static FileSettings with(boolean permitted, long free) {
    FileSettings all = FilesForTests.LIMITS;
    return new FileSettings(
        permitted,
        EnumSet.of(FileType.TEXT),
        all.bytes(),
        all.roomBytes(),
        all.roomCount(),
        all.siteBytes(),
        all.siteCount(),
        all.personBytes(),
        all.uploads(),
        all.unfinished(),
        free);
  }

  @Test
  void boundsWhatOneHasUnderWay() {
    uploads.begin(ada, HALL, "1.txt", 8);
    FileId second = uploads.begin(ada, HALL, "2.txt", 8);
    refused("too-many-uploads", () -> uploads.begin(ada, HALL, "3.txt", 8));
    uploads.begin(eve, HALL, "3.txt", 8);
    uploads.cancel(ada, second);
    assertEquals(2, uploads.count());
    uploads.begin(ada, "other", "3.txt", 8);
    assertEquals(3, files().size());
  }

  @Test
  void boundsWhatARoomHas() {
    Attachment first = send(ada, HALL, 10_000);
    send(eve, HALL, 10_000);
    refused("files-full", () -> uploads.begin(ada, HALL, "3.txt", 1));
    uploads.release(first.id());
    send(ada, HALL, 1);
    send(ada, HALL, 1);
    refused("files-full", () -> uploads.begin(ada, HALL, "4.txt", 1));
  }

  @Test
  void boundsWhatAPersonAndTheSiteHave() {
    send(ada, "a", 10_000);
    send(ada, "b", 10_000);
    send(ada, "c", 10_000);
    refused("files-full", () -> uploads.begin(ada, "d", "4.txt", 1));
    send(eve, "d", 10_000);
    send(eve, "e", 1);
    assertEquals(
        "files-full.site",
        assertThrows(FileRefused.class, () -> uploads.begin(eve, "f", "6.txt", 1))
            .sentence()
            .key());
    assertEquals(40_001, uploads.bytes());
  }

  private Attachment send(Actor actor, String room, int length) {
    FileId id = FilesForTests.text(uploads, actor, room, "x".repeat(length));
    return uploads.take(actor.person(), room, id);
  }

  @Test
  void givesUpWhatDoesNotGoOn() {
    FileId id = uploads.begin(ada, HALL, "notes.txt", 3);
    now = now.plus(Duration.ofMinutes(4));
    uploads.add(ada, HALL, id, 0, bytes("H"));
    now = now.plus(Duration.ofMinutes(4));
    uploads.dropOld();
    assertEquals(1, uploads.progress(ada, id).offset());
    now = now.plus(Duration.ofMinutes(2));
    uploads.dropOld();
    refused("no-such-file", () -> uploads.progress(ada, id));
    assertEquals(Set.of(), files());
    assertEquals(0, uploads.bytes());
  }

  @Test
  void endsWithARoomAndWithAPerson() {
    uploads.begin(ada, HALL, "notes.txt", 3);
    FileId other = uploads.begin(ada, "other", "notes.txt", 3);
    uploads.endOf(HALL);
    assertEquals(Set.of(other.value()), files());
    uploads.forget(ada.person());
    assertFalse(uploads.isComing(other));
    assertEquals(Set.of(), files());
  }

  @Test
  void losesNothingWhereTheDiskIsFull() throws IOException {
    FileId id = uploads.begin(ada, HALL, "notes.txt", 6);
    uploads.add(ada, HALL, id, 0, bytes("Hel"));
    Path there = data.resolve("files").resolve(id.value());
    Path aside = data.resolve("aside");
    Files.move(there, aside);
    Files.createDirectory(there); // Nothing can be written there.
    refused("no-space", () -> uploads.add(ada, HALL, id, 3, bytes("lo!")));
    Files.delete(there);
    Files.move(aside, there);

    assertEquals(3, uploads.progress(ada, id).offset());
    uploads.add(ada, HALL, id, 3, bytes("lo!"));
    assertEquals("Hello!", Files.readString(uploads.path(uploads.take(ada.person(), HALL, id))));
  }

  @Test
  void leavesSomeOfTheDiskFree() {
    limits = with(true, Long.MAX_VALUE / 2);
    refused("no-space", () -> uploads.begin(ada, HALL, "notes.txt", 6));
    assertEquals(0, uploads.count());
  }

  @Test
  void sweepsWhatACrashLeft() throws IOException {
    Attachment kept = send(ada, HALL, 7);
    send(ada, HALL, 7);
    uploads.begin(ada, HALL, "notes.txt", 3);
    Files.writeString(data.resolve("files").resolve("stray"), "x");
    start();
    uploads.restore(ada.person(), HALL, kept);
    uploads.sweep();

    assertEquals(Set.of(kept.id().value()), files());
    assertEquals(List.of(7L, 1L), List.of(uploads.bytes(), (long) uploads.count()));
    uploads.release(kept.id());
    uploads.release(kept.id());
    assertEquals(0, uploads.bytes());
    assertTrue(files().isEmpty());
  }

  @Test
  void sweepsNothingWhereThereIsNothing() {
    uploads.sweep();
    assertEquals(Set.of(), files());
  }

  @Test
  void takesWholePiecesOfAnyBytes() throws IOException {
    byte[] picture = FilesForTests.picture("gif", 60, 60);
    FileId id = uploads.begin(ada, HALL, "a.gif", picture.length);
    for (int at = 0; at < picture.length; at += 7) {
      uploads.add(
          ada, HALL, id, at, Arrays.copyOfRange(picture, at, Math.min(at + 7, picture.length)));
    }
    assertArrayEquals(
        picture, Files.readAllBytes(uploads.path(uploads.take(ada.person(), HALL, id))));
  }

  @Test
  void tellsWhyNoneCanBeWrittenUntilOneCan() throws Exception {
    uploads = new Uploads(this::limits, () -> now, data, storage);
    try (SmallDisk disk = SmallDisk.at(data, "64k")) {
      FileId id = uploads.begin(ada, HALL, "notes.txt", 2);
      disk.remount("ro");
      refused("no-space", () -> uploads.begin(ada, HALL, "more.txt", 2));
      refused("no-space", () -> uploads.add(ada, HALL, id, 0, bytes("Hi")));
      assertEquals(Optional.empty(), storage.problem());
      String why = storage.problemBeside().orElseThrow();
      assertTrue(why.matches("files cannot .*: Read-only file system \\(tries: 2\\)\\."), why);
      uploads.tryAgain();
      assertTrue(storage.isFailing(Uploads.OF_HEALTH));

      disk.remount("rw");
      uploads.tryAgain();
      assertEquals(Optional.empty(), storage.problemBeside());
      assertEquals(2, uploads.add(ada, HALL, id, 0, bytes("Hi")).offset());
      try (Stream<Path> left = Files.list(data)) {
        assertEquals(1, left.count(), "what was tried leaves nothing");
      }
    }
  }
}
