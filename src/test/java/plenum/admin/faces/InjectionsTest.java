package plenum.admin.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.faces.spi.InjectionProvider;
import com.sun.faces.spi.InjectionProviderException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.primefaces.component.panel.Panel;
import org.primefaces.component.panel.PanelRenderer;
import org.primefaces.renderkit.CoreRenderer;

class InjectionsTest {

  private final List<String> asked = new ArrayList<>();
  private final Injections injections = new Injections(new Asked());

  @Test
  void theServerIsAskedForWhatIsNotPrimeFaces() throws InjectionProviderException {
    live("a page's part");

    assertEquals(List.of("inject String", "construct String", "destroy String"), asked);
  }

  @Test
  void theServerIsNotAskedForPartsOfPrimeFaces() throws InjectionProviderException {
    live(new PanelRenderer());
    live(new Panel());

    assertEquals(List.of(), asked);
  }

  /** A release of PrimeFaces in which a renderer wants something would not get it. */
  @Test
  void noRendererOrComponentOfPrimeFacesWantsSomething() throws Exception {
    List<String> wanting = new ArrayList<>();
    int looked = 0;
    try (JarFile jar = primeFaces()) {
      for (var entry : jar.stream().filter(entry -> isPart(entry.getName())).toList()) {
        looked++;
        // In a class file the names of its annotations are plain text.
        String text = text(jar, entry.getName());
        Stream.of(Inject.class, Resource.class, PostConstruct.class, PreDestroy.class)
            .filter(annotation -> text.contains("L" + annotation.getName().replace('.', '/') + ";"))
            .forEach(annotation -> wanting.add(entry.getName()));
      }
    }

    assertEquals(List.of(), wanting);
    assertTrue(looked > 500, "classes looked at: " + looked);
  }

  private void live(Object made) throws InjectionProviderException {
    injections.inject(made);
    injections.invokePostConstruct(made);
    injections.invokePreDestroy(made);
  }

  private static JarFile primeFaces() throws Exception {
    return new JarFile(
        CoreRenderer.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static boolean isPart(String name) {
    return name.startsWith("org/primefaces/") && name.endsWith(".class");
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private final class Asked implements InjectionProvider {

    @Override
    public void inject(Object made) {
      asked.add("inject " + made.getClass().getSimpleName());
    }

    @Override
    public void invokePostConstruct(Object made) {
      asked.add("construct " + made.getClass().getSimpleName());
    }

    @Override
    public void invokePreDestroy(Object made) {
      asked.add("destroy " + made.getClass().getSimpleName());
    }
  }
}
