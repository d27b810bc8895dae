package plenum.admin.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import plenum.settings.SiteSettings;

/**
 * The addresses that Faces writes, of forms and of the files of components, begin with the site's
 * path. Who serves them is not told of it: Plenum takes it off what comes, as some fronts do.
 */
public class SiteAddresses extends ViewHandlerWrapper {

  public SiteAddresses(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String view) {
    return onSite(getWrapped().getActionURL(context, view));
  }

  @Override
  public String getResourceURL(FacesContext context, String path) {
    return onSite(getWrapped().getResourceURL(context, path));
  }

  private static String onSite(String address) {
    return onSite(CDI.current().select(SiteSettings.class).get(), address);
  }

  /** Once: a container that serves the path itself has written it. */
  static String onSite(SiteSettings site, String address) {
    boolean there = !address.startsWith("/") || address.startsWith(site.path("/"));
    return there ? address : site.path(address);
  }
}
