package plenum.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.settings.SiteSettings;

/**
 * Leads back to the page when a form comes from a view that is not there any more: after a restart,
 * after a long pause, or because its state is none. The page is fetched anew, nothing is done.
 */
public class ExpiredViews extends ExceptionHandlerFactory {

  /** By which parameters pages are of somebody or something. */
  private static final List<String> SUBJECTS = List.of("id", "room", "at", "name", "show");

  public ExpiredViews(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {

    private Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
      FacesContext context = FacesContext.getCurrentInstance();
      if (takesExpired() && !context.getExternalContext().isResponseCommitted()) {
        SiteSettings site = CDI.current().select(SiteSettings.class).get();
        try {
          context.getExternalContext().redirect(site.path(page(context.getExternalContext())));
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
        context.responseComplete();
      } else {
        getWrapped().handle();
      }
    }

    /** The page, of whom or what it was: its forms say so. */
    private static String page(ExternalContext request) {
      Map<String, String> sent = request.getRequestParameterMap();
      String query =
          SUBJECTS.stream()
              .filter(name -> !sent.getOrDefault(name, "").isEmpty())
              .map(name -> name + "=" + URLEncoder.encode(sent.get(name), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return request.getRequestServletPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private boolean takesExpired() {
      boolean expired = false;
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext()) {
        if (events.next().getContext().getException() instanceof ViewExpiredException) {
          events.remove();
          expired = true;
        }
      }
      return expired;
    }
  }
}
