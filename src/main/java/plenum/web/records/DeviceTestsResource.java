package plenum.web.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.devicetest.DeviceTest;
import plenum.devicetest.DeviceTests;
import plenum.http.ClientAddress;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.Paces;
import plenum.settings.Network;
import plenum.web.Visitors;

/** What tests of devices found: told by the device page, read by administrators. */
@Path("device-tests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeviceTestsResource {

  private static final int PAGE = 50;
  private static final int MOST = 100_000;

  @Inject DeviceTests tests;
  @Inject Visitors visitors;
  @Inject ClientAddress addresses;
  @Inject Paces paces;
  @Context HttpServletRequest request;

  /** A page has tested. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(Findings found) {
    if (found == null) {
      throw new RequestRefused(Reason.BAD_REQUEST, "bad-request");
    }
    Identity who = visitors.of(request).identity();
    paces.testDevices(who.id(), Network.ofClient(addresses.of(request)));
    tests.add(
        new DeviceTest(
            who.id(),
            who.name().map(DisplayName::value).orElse(""),
            Instant.now(),
            Optional.ofNullable(request.getHeader("User-Agent")).orElse(""),
            found.toCamera(),
            found.toMicrophone(),
            found.toSpeaker()));
    return Response.noContent().build();
  }

  /** Those of everybody, or of one person, the newest first, from one on. */
  @GET
  public JsonObject found(
      @QueryParam("person") @DefaultValue("") String person,
      @QueryParam("from") @DefaultValue("0") int from) {
    Actor actor = visitors.memberActor(request);
    int first = Math.min(Math.max(0, from), MOST);
    List<DeviceTest> found =
        person.isEmpty()
            ? tests.newest(actor, first, PAGE + 1)
            : tests.of(actor, People.id(person)).stream().skip(first).limit(PAGE + 1).toList();
    JsonArrayBuilder page = Json.createArrayBuilder();
    found.stream().limit(PAGE).map(DeviceTests::json).forEach(page::add);
    return Json.createObjectBuilder().add("tests", page).add("more", found.size() > PAGE).build();
  }
}
