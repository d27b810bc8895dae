package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {

  private final Map<String, String> files =
      new HashMap<>(
          Map.of(
              "/resources/js/pages/a.js",
              "import { b } from \"../shared/b.js\";\nimport {\n  c,\n} from \"./c.js\";\n",
              "/resources/js/pages/c.js",
              "import { b } from \"../shared/b.js\";\nimport { a } from \"./a.js\";",
              "/resources/js/shared/b.js",
              "export const b = 1;",
              "/resources/css/base.css",
              "p { margin: 0 }"));

  /** What the container was asked to read. */
  private final Set<String> asked = new HashSet<>();

  /** Where it has unpacked the application, if it has. */
  private Path unpacked;

  @Test
  void findsEverythingThatAModuleNeedsOnce() {
    List<String> modules = new Assets(context()).modulesOf("js/pages/a.js");
    assertEquals(List.of("js/pages/a.js", "js/shared/b.js", "js/pages/c.js"), modules);
  }

  @Test
  void findsWhatAJoinedModuleNeeds() {
    files.put(
        "/resources/js/pages/d.js",
        "import{b as n}from\"../shared/b.js\";import\"./c.js\";import(\"./late.js\");n();");
    List<String> modules = new Assets(context()).modulesOf("js/pages/d.js");
    assertEquals(
        List.of("js/pages/d.js", "js/shared/b.js", "js/pages/c.js", "js/pages/a.js"), modules);
  }

  @Test
  void changesTheAddressWhenAFileChanges() {
    String before = new Assets(context()).base();
    files.put("/resources/css/base.css", "p { margin: 1px }");
    assertNotEquals(before, new Assets(context()).base());
  }

  @Test
  void changesTheAddressWhenAFileIsRenamed() {
    String before = new Assets(context()).base();
    files.put("/resources/css/other.css", files.remove("/resources/css/base.css"));
    assertNotEquals(before, new Assets(context()).base());
  }

  @Test
  void keepsTheAddressWhileTheFilesStay() {
    String base = new Assets(context()).base();
    assertEquals(base, new Assets(context()).base());
    assertTrue(base.matches("/resources/~[0-9a-f]+/"), base);
  }

  @Test
  void refusesAModuleThatIsNotThere() {
    Assets assets = new Assets(context());
    assertThrows(IllegalArgumentException.class, () -> assets.modulesOf("js/pages/missing.js"));
  }

  @Test
  void asksTheContainerForNoFileThatIsUnpacked(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("resources/css/base.css");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "p { margin: 2px }");
    String packed = new Assets(context()).base();
    unpacked = folder;
    asked.clear();
    assertNotEquals(packed, new Assets(context()).base());
    assertFalse(asked.contains("/resources/css/base.css"), asked.toString());
  }

  /** A container with these files, as {@link ServletContext#getResourcePaths} lists them. */
  private ServletContext context() {
    return (ServletContext)
        Proxy.newProxyInstance(
            AssetsTest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getResourcePaths" -> children((String) arguments[0]);
                  case "getResourceAsStream" -> stream((String) arguments[0]);
                  case "getRealPath" -> unpacked((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Set<String> children(String folder) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length()))
        .map(rest -> rest.contains("/") ? rest.substring(0, rest.indexOf('/') + 1) : rest)
        .map(name -> folder + name)
        .collect(Collectors.toSet());
  }

  /** Null, as a container answers that has not unpacked the application. */
  private String unpacked(String path) {
    return unpacked == null ? null : unpacked + path;
  }

  private ByteArrayInputStream stream(String path) {
    asked.add(path);
    String content = files.get(path);
    return content == null
        ? null
        : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
