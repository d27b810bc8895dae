package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.Declarations;

/** Defaults for a kind of machine, before there is a server. */
class ProfileTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  @TempDir Path folder;

  /** As it lies in the cache, unpacked. */
  private Application application() throws IOException {
    Path classes = folder.resolve("WEB-INF/classes");
    for (String file : List.of(Declarations.FILE, Profile.FOLDER + "small.properties")) {
      Files.createDirectories(classes.resolve(file).getParent());
      Files.copy(RESOURCES.resolve(file), classes.resolve(file));
    }
    return Application.in(folder);
  }

  @Test
  void hasSettingsAndOptionsOfJava() throws IOException {
    String text = "java.options = -Xmx1m  -Da=b\nplenum.rooms.max=7\n";

    assertEquals(
        new Profile(Map.of("plenum.rooms.max", "7"), List.of("-Xmx1m", "-Da=b")),
        Profile.in(new ByteArrayInputStream(text.getBytes())));
  }

  @Test
  void isChosenByASetting() throws IOException {
    Application application = application();
    LaunchSettings chosen =
        application.settings(
            Map.of("plenum.profile", "small", "plenum.people.max", "60"), Optional.empty());

    assertEquals(Optional.of("6"), chosen.text("plenum.rooms.members"));
    assertEquals(Optional.of("60"), chosen.text("plenum.people.max"));
    assertTrue(application.profile(chosen).javaOptions().contains("-Xmx192m"));
    assertEquals(Optional.empty(), chosen.problem());
  }

  @Test
  void isNoneWhereNoneOrAnUnknownOneIsChosen() throws IOException {
    Application application = application();
    for (String name : List.of("", "large", "../profiles/small")) {
      LaunchSettings settings =
          application.settings(Map.of("plenum.profile", name), Optional.empty());

      assertEquals(Profile.NONE, application.profile(settings), name);
      assertEquals(Optional.of("25"), settings.text("plenum.rooms.members"), name);
    }
  }
}
