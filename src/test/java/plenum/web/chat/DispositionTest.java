package plenum.web.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.chat.file.Attachment;
import plenum.chat.file.Dimensions;
import plenum.chat.file.FileId;
import plenum.chat.file.FileName;
import plenum.settings.FileType;

class DispositionTest {

  private static String of(String name, FileType type, Optional<Dimensions> picture) {
    return Disposition.of(
        new Attachment(new FileId("f".repeat(22)), new FileName(name), type, 1, picture));
  }

  @Test
  void showsPicturesAlone() {
    Optional<Dimensions> size = Optional.of(new Dimensions(1, 1));
    assertEquals(
        "inline; filename=\"a.png\"; filename*=UTF-8''a.png", of("a.png", FileType.PNG, size));
    assertEquals(
        "attachment; filename=\"a.png\"; filename*=UTF-8''a.png",
        of("a.png", FileType.PNG, Optional.empty()));
    assertEquals(
        "attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt",
        of("a.txt", FileType.TEXT, Optional.empty()));
  }

  @Test
  void tellsNamesOfEveryScriptInBothForms() {
    assertEquals(
        "attachment; filename=\"_ a_(1)_.txt\"; filename*=UTF-8''%C3%9C%20a%22%281%29%25.txt",
        of("Ü a\"(1)%.txt", FileType.TEXT, Optional.empty()));
  }
}
