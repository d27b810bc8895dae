package plenum.chat.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.FileType;

class ContentTest {

  /** One pixel each, as the format's own tools write it. */
  private static final String LOSSY =
      "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=";

  private static final String LOSSLESS = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  @TempDir private Path folder;

  private Optional<Content> content(byte[] bytes) {
    try {
      return Content.of(Files.write(folder.resolve("some"), bytes));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Optional<Content> text(String text) {
    return content(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Content> picture(FileType type, int width, int height) {
    return Optional.of(new Content(type, Optional.of(new Dimensions(width, height))));
  }

  private static Optional<Content> plain(FileType type) {
    return Optional.of(new Content(type, Optional.empty()));
  }

  @Test
  void knowsPicturesAndTheirSize() {
    assertEquals(picture(FileType.PNG, 640, 3), content(FilesForTests.picture("png", 640, 3)));
    assertEquals(picture(FileType.JPEG, 7, 480), content(FilesForTests.picture("jpg", 7, 480)));
    assertEquals(picture(FileType.GIF, 300, 200), content(FilesForTests.picture("gif", 300, 200)));
    assertEquals(picture(FileType.WEBP, 1, 1), content(Base64.getDecoder().decode(LOSSY)));
    assertEquals(picture(FileType.WEBP, 1, 1), content(Base64.getDecoder().decode(LOSSLESS)));
  }

  @Test
  void showsNoPictureThatIsTooMuchForAPage() {
    byte[] large = FilesForTests.picture("png", 10, 10);
    Arrays.fill(large, 17, 20, (byte) 1); // The width's lower bytes.
    Arrays.fill(large, 21, 24, (byte) 1);
    assertEquals(plain(FileType.PNG), content(large));
  }

  @Test
  void takesNoPictureWithoutASize() {
    assertEquals(Optional.empty(), content(Arrays.copyOf(FilesForTests.picture("png", 9, 9), 20)));
    assertEquals(Optional.empty(), content(Arrays.copyOf(FilesForTests.picture("jpg", 9, 9), 30)));
    assertEquals(Optional.empty(), text("GIF89a"));
  }

  @Test
  void knowsDocumentsByWhatIsInThem() {
    assertEquals(plain(FileType.PDF), text("%PDF-1.7\n\u0000"));
    assertEquals(
        plain(FileType.DOCX),
        content(FilesForTests.archive("[Content_Types].xml", "word/document.xml")));
    assertEquals(plain(FileType.XLSX), content(FilesForTests.archive("xl/workbook.xml")));
    assertEquals(plain(FileType.PPTX), content(FilesForTests.archive("ppt/presentation.xml")));
    assertEquals(
        plain(FileType.ODT),
        content(
            FilesForTests.archive(
                Set.of("mimetype:application/vnd.oasis.opendocument.text"), "content.xml")));
    assertEquals(plain(FileType.ZIP), content(FilesForTests.archive("readme.txt")));
  }

  @Test
  void takesNoDocumentThatBringsAProgramAlong() {
    assertEquals(
        Optional.empty(),
        content(FilesForTests.archive("word/document.xml", "word/vbaProject.bin")));
    assertEquals(
        Optional.empty(),
        content(
            FilesForTests.archive(
                Set.of("mimetype:application/vnd.oasis.opendocument.spreadsheet"),
                "Basic/Standard/Module1.xml")));
  }

  @Test
  void takesNoBrokenArchive() {
    byte[] whole = FilesForTests.archive("word/document.xml");
    assertEquals(Optional.empty(), content(Arrays.copyOf(whole, whole.length - 10)));
  }

  @Test
  void knowsTextByEveryLetter() {
    assertEquals(plain(FileType.TEXT), text("One\r\n\ttwo שלום 🚀"));
    assertEquals(plain(FileType.TEXT), text("<svg onload=alert(1)>"));
    assertEquals(plain(FileType.TEXT), text("🚀".repeat(20_000)));
    assertEquals(Optional.empty(), text(""));
    assertEquals(Optional.empty(), text("text\u0000"));
    assertEquals(Optional.empty(), text("\u001B[2J"));
    assertEquals(Optional.empty(), content(new byte[] {'a', (byte) 0xC3}));
    assertEquals(
        Optional.empty(),
        content(("x".repeat(40_000) + "\u0080").getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void takesProgramsForNothing() {
    assertEquals(Optional.empty(), content(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}));
    assertEquals(Optional.empty(), content(new byte[] {0x7F, 'E', 'L', 'F', 2}));
  }

  @Test
  void standsWhateverIsInIt() {
    Random random = new Random(17);
    for (String format : new String[] {"png", "jpg", "gif"}) {
      byte[] whole = FilesForTests.picture(format, 20, 20);
      for (int i = 0; i < 500; i++) {
        byte[] broken = whole.clone();
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        int length = random.nextInt(whole.length) + 1;
        content(Arrays.copyOf(broken, length))
            .flatMap(Content::picture)
            .ifPresent(size -> assertEquals(true, size.areFit()));
      }
    }
  }
}
