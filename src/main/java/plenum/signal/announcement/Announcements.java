package plenum.signal.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Scope;
import plenum.identity.VisibleText;
import plenum.right.Rights;
import plenum.room.Member;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.signal.announcement.AnnouncementAnswer.Announcement;
import plenum.signal.announcement.AnnouncementRefused.Reason;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;
import plenum.time.Pace;

/**
 * Tells people what an administrator has to say: on every page that they have open now. Each is in
 * the audit trail, with what was told.
 */
@ApplicationScoped
public class Announcements {

  /** The longest, in code points. */
  public static final int LONGEST = 300;

  /** So many at once, and in each minute; who reads one does not read ten. */
  static final int PER_MINUTE = 5;

  private static final String DEED = "announce";

  private Connections connections;
  private Rooms rooms;
  private Rights rights;
  private AuditTrail trail;
  private Pace<PersonId> pace;

  /** For the container's proxy only. */
  protected Announcements() {}

  @Inject
  Announcements(Connections connections, Rooms rooms, Rights rights, AuditTrail trail) {
    this(connections, rooms, rights, trail, System::nanoTime);
  }

  Announcements(
      Connections connections,
      Rooms rooms,
      Rights rights,
      AuditTrail trail,
      LongSupplier nanoTime) {
    this.connections = connections;
    this.rooms = rooms;
    this.rights = rights;
    this.trail = trail;
    this.pace = new Pace<>(PER_MINUTE, Duration.ofMinutes(1).toNanos(), nanoTime);
  }

  /**
   * Tells everybody who is online; tells how many pages there were.
   *
   * @throws AnnouncementRefused when the actor may not, the text is none, or that is too often
   */
  public int tellAll(Actor actor, String text) {
    return tell(actor, text, Optional.empty());
  }

  /**
   * Tells everybody with a seat in a room, or in a call; tells how many pages there were.
   *
   * @throws AnnouncementRefused the same, and when nobody is there
   */
  public int tellRoom(Actor actor, RoomId room, String text) {
    return tell(actor, text, Optional.of(room));
  }

  private int tell(Actor actor, String text, Optional<RoomId> room) {
    String object = room.map(RoomId::value).orElse("");
    try {
      Announcement announcement =
          new Announcement(room.map(RoomId::value), checked(actor, text), actor.name().value());
      List<Connection> told = room.map(this::inside).orElseGet(this::everybody);
      require(actor, told);
      told.forEach(one -> one.send(announcement));
      trail.add(AuditEntry.done(actor, DEED, object).with(announcement.text()));
      return told.size();
    } catch (AnnouncementRefused refused) {
      trail.add(AuditEntry.refused(actor, DEED, object, refused.code()));
      throw refused;
    }
  }

  private String checked(Actor actor, String text) {
    if (!rights.mayAdminister(actor, Scope.ACT)) {
      throw new AnnouncementRefused(Reason.ADMINISTRATORS_ONLY, "administrators-only");
    }
    return VisibleText.of(text.replaceAll("\\s+", " "), LONGEST)
        .orElseThrow(
            () ->
                new AnnouncementRefused(
                    Reason.ANNOUNCEMENT_INVALID, "announcement-invalid", LONGEST));
  }

  private void require(Actor actor, List<Connection> told) {
    if (told.isEmpty()) {
      throw new AnnouncementRefused(Reason.NOBODY_THERE, "nobody-there");
    }
    if (!pace.take(actor.person())) {
      throw new AnnouncementRefused(
          Reason.TOO_MANY_ANNOUNCEMENTS, "too-many-announcements", PER_MINUTE);
    }
  }

  private List<Connection> everybody() {
    return connections.all().stream().map(Caller::connection).toList();
  }

  private List<Connection> inside(RoomId room) {
    return rooms.members(room).stream()
        .map(Member::id)
        .flatMap(person -> connections.of(person).stream())
        .toList();
  }
}
