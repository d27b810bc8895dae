package plenum.database.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import plenum.database.OrderedId;
import plenum.identity.PersonId;
import plenum.quality.Averages;
import plenum.quality.Cause;
import plenum.quality.QualityMinute;
import plenum.quality.Score;
import plenum.quality.Trouble;
import plenum.quality.Way;
import plenum.room.RoomId;

/** How a minute of a meeting was for somebody. */
@Entity
@Table(name = "quality_minute")
public class QualityRow {

  /** What is not known. */
  private static final int UNKNOWN = -1;

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "at")
  private Instant at;

  @Column(name = "room_id")
  private String roomId;

  @Column(name = "room_name")
  private String roomName;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "person_name")
  private String personName;

  @Column(name = "browser")
  private String browser;

  @Column(name = "way")
  private String way;

  @Column(name = "score")
  private int score;

  @Column(name = "worst")
  private int worst;

  @Column(name = "cause")
  private String cause;

  @Column(name = "cause_of")
  private String causeOf;

  @Column(name = "sent_kbits")
  private int sentBitrate;

  @Column(name = "received_kbits")
  private int receivedBitrate;

  @Column(name = "sent_lost")
  private int sentLost;

  @Column(name = "received_lost")
  private int receivedLost;

  @Column(name = "round_trip")
  private int roundTrip;

  @Column(name = "jitter")
  private int jitter;

  @Column(name = "freezes")
  private int freezes;

  @Column(name = "frozen")
  private int frozen;

  @Column(name = "doubtful")
  private boolean doubtful;

  protected QualityRow() {}

  QualityRow(QualityMinute minute) {
    this.id = OrderedId.next();
    this.at = minute.at();
    this.roomId = minute.room().value();
    this.roomName = minute.roomName();
    this.personId = minute.person().value();
    this.personName = minute.personName();
    this.browser = minute.browser();
    this.way = minute.way().map(Way::name).orElse(null);
    this.score = minute.score().tenths();
    this.worst = minute.worst().tenths();
    this.cause = minute.trouble().map(Trouble::cause).map(Cause::name).orElse(null);
    this.causeOf = minute.trouble().map(Trouble::of).map(PersonId::value).orElse(null);
    this.doubtful = minute.doubtful();
    take(minute.averages());
  }

  private void take(Averages averages) {
    this.sentBitrate = averages.sentBitrate();
    this.receivedBitrate = averages.receivedBitrate();
    this.sentLost = averages.sentLost().orElse(UNKNOWN);
    this.receivedLost = averages.receivedLost().orElse(UNKNOWN);
    this.roundTrip = averages.roundTrip().orElse(UNKNOWN);
    this.jitter = averages.jitter().orElse(UNKNOWN);
    this.freezes = averages.freezes();
    this.frozen = averages.frozen();
  }

  QualityMinute minute() {
    return new QualityMinute(
        at,
        new RoomId(roomId),
        roomName,
        new PersonId(personId),
        personName,
        browser,
        Optional.ofNullable(way).map(Way::valueOf),
        new Score(score),
        new Score(worst),
        Optional.ofNullable(cause)
            .map(known -> new Trouble(Cause.valueOf(known), new PersonId(causeOf))),
        averages(),
        doubtful);
  }

  private Averages averages() {
    return new Averages(
        sentBitrate,
        receivedBitrate,
        known(sentLost),
        known(receivedLost),
        known(roundTrip),
        known(jitter),
        freezes,
        frozen);
  }

  private static OptionalInt known(int number) {
    return number == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
