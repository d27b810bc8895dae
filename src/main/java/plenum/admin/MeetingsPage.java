package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import plenum.identity.PersonId;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.room.Rooms;

/** Rooms and calls, who is there, and what can be done about it. */
@Named("meetings")
@RequestScoped
public class MeetingsPage {

  @Inject Site site;
  @Inject Rooms rooms;
  @Inject Moderation moderation;
  @Inject Acts acts;

  private List<MeetingView> all;

  /**
   * Those with people first. How many they are puts none before another: lines that change places
   * while people come and go would take the button away from below the pointer.
   */
  public List<MeetingView> all() {
    if (all == null) {
      all =
          site.meetings().stream()
              .sorted(Comparator.comparing(meeting -> meeting.members().isEmpty()))
              .toList();
    }
    return all;
  }

  /** Ends a room, whoever is inside. */
  public void close(String room) {
    acts.run(actor -> rooms.delete(actor, new RoomId(room), true), "page.admin.closed");
    all = null;
  }

  /** Sends somebody out, who has to be admitted to come back. */
  public void remove(String person) {
    acts.run(actor -> moderation.remove(actor, new PersonId(person)), "page.admin.removed");
    all = null;
  }

  /** Switches a microphone off. */
  public void mute(String person) {
    acts.run(actor -> moderation.mute(actor, new PersonId(person)), "page.admin.muted");
    all = null;
  }

  /** Switches a camera off. */
  public void stopCamera(String person) {
    acts.run(
        actor -> moderation.stopCamera(actor, new PersonId(person)), "page.admin.cameraStopped");
    all = null;
  }
}
