package plenum.admin.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import plenum.admin.Programs;
import plenum.http.RequestRefused;

/**
 * Refuses what a door does not know behind the {@code ?}: a filter whose name has a slip of the pen
 * would let everything through. Who may not ask at all is told that first. Doors with a {@code
 * format} know columns too, and look by {@link #filters}.
 */
@ApplicationScoped
public class KnownParameters implements ContainerRequestFilter {

  private static final String WITH_COLUMNS = "format";

  @Inject Programs programs;
  @Context ResourceInfo door;
  @Context HttpServletRequest asking;

  @Override
  public void filter(ContainerRequestContext request) {
    Set<String> own = own(door.getResourceMethod());
    boolean all = own.containsAll(request.getUriInfo().getQueryParameters().keySet());
    if (all || own.contains(WITH_COLUMNS) || request.getMethod().equals(HttpMethod.OPTIONS)) {
      return;
    }
    programs.required(asking);
    check(request.getUriInfo(), own);
  }

  private static Set<String> own(Method method) {
    Set<String> own = new TreeSet<>();
    Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .forEach(parameter -> own.add(parameter.value()));
    return own;
  }

  private static void check(UriInfo uri, Set<String> known) {
    for (String name : uri.getQueryParameters().keySet()) {
      if (!known.contains(name)) {
        throw known.isEmpty()
            ? RequestRefused.malformed("malformed-request.no-parameter", name)
            : RequestRefused.malformed(
                "malformed-request.parameter", name, String.join(", ", known));
      }
    }
  }

  /**
   * By which columns a request to this door filters, and by what: of each name, the first.
   *
   * @throws RequestRefused {@code malformed-request} when something else is asked for
   */
  static Map<String, String> filters(ResourceInfo door, UriInfo uri, Collection<String> columns) {
    Set<String> known = own(door.getResourceMethod());
    known.addAll(columns);
    check(uri, known);
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    Map<String, String> filters = new HashMap<>();
    columns.stream()
        .filter(parameters::containsKey)
        .forEach(name -> filters.put(name, parameters.getFirst(name)));
    return filters;
  }
}
