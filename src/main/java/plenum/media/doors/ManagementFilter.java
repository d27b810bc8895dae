package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Asks for the media API's user name and password. */
@Provider
@Managed
@ApplicationScoped
public class ManagementFilter implements ContainerRequestFilter {

  private Administrators administrators;

  /** For the container's proxy. */
  protected ManagementFilter() {}

  @Inject
  ManagementFilter(Administrators administrators) {
    this.administrators = administrators;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    administrators
        .refusal(Optional.ofNullable(request.getHeaderString("Authorization")))
        .map(Responses::of)
        .ifPresent(request::abortWith);
  }
}
