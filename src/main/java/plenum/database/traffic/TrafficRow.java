package plenum.database.traffic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import plenum.identity.RandomText;

/** How much there was in some minutes. */
@Entity
@Table(name = "traffic")
public class TrafficRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "at")
  private Instant at;

  @Column(name = "node")
  private String node;

  @Column(name = "people")
  private double people;

  @Column(name = "streams")
  private double streams;

  @Column(name = "received_kbps")
  private double received;

  @Column(name = "sent_kbps")
  private double sent;

  protected TrafficRow() {}

  TrafficRow(KeptTraffic traffic) {
    this.id = RandomText.unguessable();
    this.at = traffic.at();
    this.node = traffic.node();
    this.people = traffic.people();
    this.streams = traffic.streams();
    this.received = traffic.received();
    this.sent = traffic.sent();
  }

  KeptTraffic traffic() {
    return new KeptTraffic(at, node, people, streams, received, sent);
  }
}
