package plenum.signal.protocol;

import java.net.InetAddress;
import java.util.Locale;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.text.Texts;

/** People behind connections, for tests. */
final class Clients {

  private Clients() {}

  static Client ada() {
    DisplayName name = DisplayName.of("Ada");
    return new Client(
        PersonId.fresh(),
        () -> name,
        1,
        "",
        InetAddress.getLoopbackAddress(),
        Texts.of(Locale.ENGLISH));
  }
}
