package plenum.database.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import plenum.database.OrderedId;
import plenum.identity.PersonId;
import plenum.quality.JoinProblem;
import plenum.quality.JoinStep;
import plenum.room.RoomId;

/** Somebody could not join with picture and sound. */
@Entity
@Table(name = "join_problem")
public class ProblemRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "at")
  private Instant at;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "person_name")
  private String personName;

  @Column(name = "address")
  private String address;

  @Column(name = "browser")
  private String browser;

  @Column(name = "room_id")
  private String roomId;

  @Column(name = "room_name")
  private String roomName;

  @Column(name = "step")
  private String step;

  @Column(name = "reason")
  private String reason;

  @Column(name = "sent")
  private boolean sent;

  @Column(name = "of_person_id")
  private String ofPersonId;

  protected ProblemRow() {}

  ProblemRow(JoinProblem problem) {
    this.id = OrderedId.next();
    this.at = problem.at();
    this.personId = problem.person().value();
    this.personName = problem.personName();
    this.address = problem.address();
    this.browser = problem.browser();
    this.roomId = problem.room().map(RoomId::value).orElse(null);
    this.roomName = problem.roomName();
    this.step = problem.step().name();
    this.reason = problem.reason();
    this.sent = problem.sent();
    this.ofPersonId = problem.of().map(PersonId::value).orElse(null);
  }

  JoinProblem problem() {
    return new JoinProblem(
        at,
        new PersonId(personId),
        personName,
        address,
        browser,
        Optional.ofNullable(roomId).map(RoomId::new),
        roomName,
        JoinStep.valueOf(step),
        reason,
        sent,
        Optional.ofNullable(ofPersonId).map(PersonId::new));
  }
}
