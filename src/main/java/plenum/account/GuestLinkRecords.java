package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestLinks;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** The guest links that a person made. */
@ApplicationScoped
public class GuestLinkRecords implements PersonalRecords {

  private GuestLinks links;

  /** For the container's proxy only. */
  protected GuestLinkRecords() {}

  @Inject
  GuestLinkRecords(AccountOffice office) {
    this.links = office.guests();
  }

  @Override
  public String name() {
    return "guestLinks";
  }

  @Override
  public Turn turn() {
    return Turn.PLACES;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (GuestLink link : links.by(person)) {
      list.add(
          Json.createObjectBuilder()
              .add("room", link.room())
              .add("name", link.byName().value())
              .add("made", link.made().toString())
              .add("until", link.until().toString())
              .add("used", link.used()));
    }
    return list.build();
  }

  @Override
  public void erase(Erasure erasure) {
    links.erase(erasure.person());
  }
}
