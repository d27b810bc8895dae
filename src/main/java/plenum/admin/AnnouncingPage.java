package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.room.RoomId;
import plenum.signal.announcement.Announcements;

/** What an administrator has to say to everybody, or to everybody in a meeting. */
@Named("announcing")
@RequestScoped
public class AnnouncingPage {

  @Inject HttpServletRequest request;
  @Inject Announcements announcements;
  @Inject Acts acts;

  private String text = "";

  public String getText() {
    return text;
  }

  public void setText(String typed) {
    text = typed;
  }

  /** How much can be said, in characters. */
  public int getLongest() {
    return Announcements.LONGEST;
  }

  /** To those in the meeting that the page is about; without one to everybody. */
  public void send() {
    String room = request.getParameter("room");
    run(
        actor -> {
          if (room == null) {
            announcements.tellAll(actor, text);
          } else {
            announcements.tellRoom(actor, new RoomId(room), text);
          }
        });
  }

  private void run(Consumer<Actor> act) {
    acts.run(
        actor -> {
          act.accept(actor);
          text = "";
        },
        "page.admin.announced");
  }
}
