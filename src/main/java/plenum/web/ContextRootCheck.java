package plenum.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import plenum.settings.Ending;
import plenum.settings.SiteSettings;

/**
 * Where a server has Plenum below a path, the setting must say so: pages lead nowhere otherwise.
 */
@ApplicationScoped
class ContextRootCheck {

  @Inject SiteSettings site;

  void check(@Observes @Priority(2) @Initialized(ApplicationScoped.class) Object application) {
    if (application instanceof ServletContext context) {
      problem(context.getContextPath(), site).ifPresent(Ending::refuse);
    }
  }

  /**
   * @param root where the application is deployed, empty at the server's root
   */
  static Optional<String> problem(String root, SiteSettings site) {
    return root.isEmpty() || root.equals(site.contextPath())
        ? Optional.empty()
        : Optional.of(
            "It is deployed at \"%s\": set plenum.http.context-path=%s, or deploy it at \"/\"."
                .formatted(root, root));
  }
}
