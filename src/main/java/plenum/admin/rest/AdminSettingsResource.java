package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plenum.admin.Programs;
import plenum.http.RequestRefused;
import plenum.identity.Actor;
import plenum.identity.Scope;
import plenum.settings.Setting;
import plenum.tuning.SettingsDesk;

/** The settings of the site, of which some can be changed while it runs. */
@Path("settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminSettingsResource {

  /**
   * A setting; a secret's value is masked.
   *
   * @param byDefault what it is where nobody says otherwise
   * @param unchanged what it would be, had no administrator changed it
   * @param origin {@code default}, {@code profile}, {@code file}, {@code changed}, {@code
   *     environment} or {@code system-property}
   * @param effect when another value counts: {@code at-once}, {@code next-connection}, {@code
   *     next-page} or {@code restart}
   */
  public record SettingEntry(
      String name,
      Optional<String> value,
      Optional<String> byDefault,
      Optional<String> unchanged,
      String origin,
      String effect,
      boolean changeable) {

    static SettingEntry of(Setting setting) {
      return new SettingEntry(
          setting.name(),
          setting.text(),
          setting.byDefault(),
          setting.unchanged(),
          word(setting.origin()),
          word(setting.effect()),
          setting.isChangeable());
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A part of the list. */
  public record SettingList(List<SettingEntry> items, Optional<String> next) {}

  /** What a setting is to be. */
  public record Value(String value) {}

  @Inject Programs programs;
  @Inject SettingsDesk desk;
  @Context HttpServletRequest request;
  @Context Request conditions;

  /** All of them, by name. */
  @GET
  public SettingList all(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    Actor actor = programs.required(request, Scope.READ);
    var part =
        new Paging(limit, after)
            .of(desk.all(actor).stream().map(SettingEntry::of), SettingEntry::name);
    return new SettingList(part.items(), part.next());
  }

  /** One of them, with the tag that a change asks for. */
  @GET
  @Path("{name}")
  public Response one(@PathParam("name") String name) {
    SettingEntry entry = entry(programs.required(request, Scope.READ), name);
    Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(Tags.of(entry));
    return (unchanged == null ? Response.ok(entry) : unchanged).tag(Tags.of(entry)).build();
  }

  /** Changes it, if it is still as {@code If-Match} says; a change counts at once. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("name") String name, Value wanted) {
    programs.required(request, Scope.SETTINGS);
    String value =
        Optional.ofNullable(wanted)
            .map(Value::value)
            .orElseThrow(() -> RequestRefused.malformed("malformed-request.value"));
    return changed(name, Optional.of(value));
  }

  /** Has it as the site was started. */
  @DELETE
  @Path("{name}")
  public Response reset(@PathParam("name") String name) {
    return changed(name, Optional.empty());
  }

  private Response changed(String name, Optional<String> wanted) {
    Actor actor = programs.required(request, Scope.SETTINGS);
    SettingEntry before = entry(actor, name);
    Tags.requireMatch(request, before);
    desk.change(actor, name, before.value(), wanted);
    SettingEntry now = entry(actor, name);
    return Response.ok(now).tag(Tags.of(now)).build();
  }

  private SettingEntry entry(Actor actor, String name) {
    return SettingEntry.of(desk.one(actor, name));
  }
}
