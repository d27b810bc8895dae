package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.PlenumServer;

/** Files in chats are off until an administrator permits them, also while people meet. */
class FilesPermittedIT {

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.identity.mode", "local",
                "plenum.identity.guests", "true"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void openPagesOfferWhatIsPermittedNow() {
    Page administrator = AdministratorSteps.arrive(people, server);
    Person ada = people.newcomer("Ada").withoutDevices().arrive();
    RoomPage adas = ada.enter(people.room(people.roomName("Files")));
    ChatPanel hers = ChatPanel.on(adas.page()).open();
    hers.write("There is a chat.");
    assertThat(hers.message("There is a chat.")).isVisible();
    Locator button = adas.page().locator("#chat-attach");
    assertThat(button).isHidden();

    permit(administrator, true);
    assertThat(button).isVisible();
    AccessibilityIT.check(adas.page()); // A guest's, with the link to log in.
    permit(administrator, false);
    assertThat(button).isHidden();
  }

  private static void permit(Page administrator, boolean files) {
    AdministratorSteps.set(administrator, "plenum.chat.files.permitted", String.valueOf(files));
  }
}
