package plenum.database.attendance;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** Somebody's time in a room. */
@Entity
@Table(name = "attendance")
public class AttendanceRow {

  @Id
  @Column(name = "id")
  private String id;

  /** The run of the server, as in {@code writer}. */
  @Column(name = "run")
  private String run;

  @Column(name = "room_id")
  private String roomId;

  @Column(name = "room_name")
  private String roomName;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "person_name")
  private String personName;

  @Column(name = "joined")
  private Instant joined;

  @Column(name = "ended")
  private Instant ended;

  protected AttendanceRow() {}

  /** As its person is told of it. */
  JsonObjectBuilder told() {
    JsonObjectBuilder told =
        Json.createObjectBuilder()
            .add("room", roomId)
            .add("roomName", roomName)
            .add("name", personName)
            .add("from", joined.toString());
    Optional.ofNullable(ended).ifPresent(until -> told.add("until", until.toString()));
    return told;
  }

  AttendanceRow(Attendance attendance, String run) {
    this.id = attendance.id();
    this.run = run;
    this.roomId = attendance.room().value();
    this.roomName = attendance.roomName();
    this.personId = attendance.person().value();
    this.personName = attendance.personName();
    this.joined = attendance.joined();
  }
}
