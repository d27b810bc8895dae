package plenum.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import plenum.settings.SiteSettings;

/**
 * Leads back to the page when a form comes from a view that is not there any more: after a restart,
 * after a long pause, or because its state is none. The page is fetched anew, nothing is done.
 */
public class ExpiredViews extends ExceptionHandlerFactory {

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
        String page = context.getExternalContext().getRequestServletPath();
        SiteSettings site = CDI.current().select(SiteSettings.class).get();
        try {
          context.getExternalContext().redirect(site.path(page));
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
        context.responseComplete();
      } else {
        getWrapped().handle();
      }
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
