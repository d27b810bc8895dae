package plenum.admin.faces;

import com.sun.faces.spi.AnnotationScanner;
import com.sun.faces.spi.InjectionProvider;
import com.sun.faces.spi.InjectionProviderException;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;

/**
 * Injects what Faces makes as the server does, but for PrimeFaces' own parts, which want nothing.
 * The server asks CDI for each of its renderers, and CDI looks at every method with every parameter
 * and keeps what it saw: ten thousand methods at each start, most of them one class's that all
 * renderers inherit. Named in {@code web.xml}.
 */
public class Injections implements InjectionProvider, AnnotationScanner {

  /** In the server's libraries, which are not compiled against. */
  private static final String SERVERS =
      "org.glassfish.faces.integration.GlassFishInjectionProvider";

  private static final String WANT_NOTHING = "org.primefaces.";

  private final InjectionProvider server;

  /**
   * Called by Faces.
   *
   * @throws ReflectiveOperationException when the server has no injection; Faces goes on without
   */
  public Injections(ServletContext context) throws ReflectiveOperationException {
    this(
        (InjectionProvider)
            Class.forName(SERVERS, true, Thread.currentThread().getContextClassLoader())
                .getConstructor(ServletContext.class)
                .newInstance(context));
  }

  Injections(InjectionProvider server) {
    this.server = server;
  }

  @Override
  public void inject(Object made) throws InjectionProviderException {
    if (wantsSomething(made)) {
      server.inject(made);
    }
  }

  @Override
  public void invokePostConstruct(Object made) throws InjectionProviderException {
    if (wantsSomething(made)) {
      server.invokePostConstruct(made);
    }
  }

  @Override
  public void invokePreDestroy(Object made) throws InjectionProviderException {
    if (wantsSomething(made)) {
      server.invokePreDestroy(made);
    }
  }

  @Override
  public Map<String, List<ScannedAnnotation>> getAnnotatedClassesInCurrentModule(
      ServletContext context) throws InjectionProviderException {
    return ((AnnotationScanner) server).getAnnotatedClassesInCurrentModule(context);
  }

  private static boolean wantsSomething(Object made) {
    return !made.getClass().getName().startsWith(WANT_NOTHING);
  }
}
