package plenum.database.audit;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import plenum.audit.AuditEntry;
import plenum.database.OrderedId;
import plenum.identity.PersonId;
import plenum.settings.Network;

/** An entry of the audit trail. */
@Entity
@Table(name = "audit")
public class AuditRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "at")
  private Instant at;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "name")
  private String name;

  @Column(name = "address")
  private String address;

  @Column(name = "act")
  private String act;

  @Column(name = "object")
  private String object;

  @Column(name = "outcome")
  private String outcome;

  @Column(name = "detail")
  private String detail;

  protected AuditRow() {}

  /** As its person is told of it. */
  JsonObjectBuilder told() {
    JsonObjectBuilder told =
        Json.createObjectBuilder()
            .add("at", at.toString())
            .add("name", name)
            .add("act", act)
            .add("object", object)
            .add("outcome", outcome)
            .add("detail", detail);
    Optional.ofNullable(address).ifPresent(from -> told.add("address", from));
    return told;
  }

  AuditRow(AuditEntry entry) {
    this.id = OrderedId.next();
    this.at = entry.at();
    this.personId = entry.person().map(PersonId::value).orElse(null);
    this.name = entry.name();
    this.address = entry.address().map(Network::written).orElse(null);
    this.act = entry.act();
    this.object = entry.object();
    this.outcome = entry.outcome().name();
    this.detail = entry.detail();
  }
}
