package plenum.signal.protocol;

import java.net.InetAddress;
import java.util.Objects;
import java.util.function.Supplier;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.text.Texts;

/**
 * Who is behind a connection.
 *
 * @param name how the person is called at the moment when it is asked
 * @param protocol the version of the protocol that is spoken with it
 * @param page names the page across its connections; empty when it does not say
 * @param address where the connection comes from
 * @param reader in whose language refusals are told
 */
public record Client(
    PersonId person,
    Supplier<DisplayName> name,
    int protocol,
    String page,
    InetAddress address,
    Texts reader) {

  public Client {
    Objects.requireNonNull(person, "a client is somebody");
    Objects.requireNonNull(name, "a client has a name");
    Objects.requireNonNull(page, "an unnamed page is empty");
    Objects.requireNonNull(address, "a client is somewhere");
    Objects.requireNonNull(reader, "everybody reads some language");
  }
}
