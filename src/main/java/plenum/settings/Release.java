package plenum.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.UUID;

/** Which Plenum this is, and which run of it. */
@ApplicationScoped
public class Release {

  private static final String POM = "/META-INF/maven/plenum/plenum/pom.properties";

  private final String boot = UUID.randomUUID().toString().substring(0, 8);
  private volatile String version = "unknown";
  private volatile boolean started;

  /** As the build calls it, such as {@code 0.1.0}. */
  public String version() {
    return version;
  }

  /** Another text after each start of the server. */
  public String boot() {
    return boot;
  }

  /** Whether the application can serve: health checks are asked before. */
  public boolean isStarted() {
    return started;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    if (application instanceof ServletContext context) {
      version = read(context);
    }
    started = true;
  }

  private static String read(ServletContext context) {
    try (InputStream in = context.getResourceAsStream(POM)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
