package plenum.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import plenum.account.AccountOffice;
import plenum.chat.Conversations;
import plenum.chat.Notes;
import plenum.identity.IdentityCookie;
import plenum.presence.Presence;
import plenum.room.Rooms;
import plenum.settings.Ending;
import plenum.settings.StartRefused;
import plenum.tls.Tls;
import plenum.tuning.SettingsDesk;

/**
 * Begins what needs the data directory, right after the settings were checked, so that a file which
 * cannot be used is told in one sentence and ends the server: one that came up half alive would
 * tell it to whoever asks first, and again and again.
 */
@ApplicationScoped
class Start {

  private static final System.Logger LOG = System.getLogger(Start.class.getName());

  @Inject IdentityCookie cookie;
  @Inject AccountOffice office;
  @Inject Rooms rooms;
  @Inject Presence presence;
  @Inject Conversations conversations;
  @Inject Notes notes;
  @Inject Tls tls;
  @Inject SettingsDesk settings;

  void begin(@Observes @Priority(2) @Initialized(ApplicationScoped.class) Object application) {
    try {
      cookie.stranger();
      settings.begin();
      office.requireUsable();
      rooms.rooms();
      presence.people();
      conversations.lookAtAll();
      notes.dropOld();
      tls.begin();
      leaveThePort();
    } catch (RuntimeException failed) {
      Ending.refuse(sentence(failed));
    }
  }

  /** What answered until now, if anything did (the agent of plenum.launch), leaves the port. */
  private static void leaveThePort() {
    if (System.getProperties().get("plenum.launch.ready") instanceof Runnable ready) {
      ready.run();
    }
  }

  private static String sentence(RuntimeException failed) {
    return StartRefused.in(failed)
        .map(StartRefused::getMessage)
        .orElseGet(
            () -> {
              LOG.log(Level.ERROR, "A part of Plenum failed at the start", failed);
              return "A part of it failed: " + failed;
            });
  }
}
