package plenum.admin.meeting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.account.AccountOffice;
import plenum.account.guest.GuestLink;
import plenum.admin.Kept;
import plenum.admin.MeetingView;
import plenum.admin.Site;
import plenum.room.RoomId;
import plenum.web.Page;

/** One meeting: what is there now while it runs, and its timeline. */
@Named("meetingPage")
@RequestScoped
public class MeetingPage {

  @Inject HttpServletRequest request;
  @Inject Site site;
  @Inject Kept kept;
  @Inject MeetingRecords records;
  @Inject Timelines timelines;
  @Inject Happenings happened;
  @Inject AccountOffice office;
  @Inject Page page;

  private Optional<Held> held;
  private List<Happening> happenings;

  private Optional<RoomId> room() {
    return Optional.ofNullable(request.getParameter("room")).flatMap(RoomId::parse);
  }

  /** The room's id; empty for what can be none. */
  public String getRoom() {
    return room().map(RoomId::value).orElse("");
  }

  /** The moment by which the meeting is found, as the address has it; empty for now. */
  public String getAt() {
    return moment().map(Instant::toString).orElse("");
  }

  private Optional<Instant> moment() {
    try {
      return Optional.ofNullable(request.getParameter("at"))
          .filter(text -> !text.isEmpty())
          .map(Instant::parse);
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }

  /** As it is now: a list of one, or of none. */
  public List<MeetingView> now() {
    return room().flatMap(site::meeting).stream().toList();
  }

  /** How the room is, or was, called. */
  public String getName() {
    return now().stream()
        .map(MeetingView::name)
        .findFirst()
        .or(() -> read(() -> room().flatMap(records::name)))
        .orElseGet(this::getRoom);
  }

  private <T> Optional<T> read(Supplier<Optional<T>> question) {
    return kept.list(() -> question.get().stream().toList()).stream().findFirst();
  }

  private Optional<Held> held() {
    if (held == null) {
      Instant at = moment().orElseGet(Instant::now);
      held = room().flatMap(room -> read(() -> timelines.held(room, at)));
    }
    return held;
  }

  /** By which guests come in, as long as they are good. */
  public List<GuestLink> links() {
    return office.guests().of(getRoom());
  }

  /** Whether there is anything to tell. */
  public boolean isHeld() {
    return held().isPresent();
  }

  /** Whether the meeting that is told of goes on. */
  public boolean isRunning() {
    return held().filter(Held::isRunning).isPresent();
  }

  public String getFrom() {
    return held().map(Held::from).map(Instant::toString).orElse("");
  }

  public String getUntil() {
    return held().map(Held::until).map(Instant::toString).orElse("");
  }

  /** When the meeting before this one was; empty when there was none. */
  public String getEarlier() {
    return neighbour(timelines::earlier);
  }

  /** When the next one was; empty when there was none. */
  public String getLater() {
    return neighbour(timelines::later);
  }

  @FunctionalInterface
  private interface Neighbour {
    Optional<Instant> of(RoomId room, Held held);
  }

  private String neighbour(Neighbour neighbour) {
    return room()
        .flatMap(room -> held().flatMap(one -> read(() -> neighbour.of(room, one))))
        .map(Instant::toString)
        .orElse("");
  }

  /** What happened, in order. */
  public List<Happening> happenings() {
    if (happenings == null) {
      happenings =
          room()
              .flatMap(room -> held().map(one -> kept.list(() -> happened.of(room, one))))
              .orElse(List.of());
    }
    return happenings;
  }

  /** The timeline, a line for each person. */
  public List<Lane> lanes() {
    return held()
        .map(one -> new Drawing(page.getText(), one, happenings()).lanes())
        .orElse(List.of());
  }
}
