package plenum.signal.protocol;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Standing;
import plenum.text.Texts;

/**
 * Who is behind a connection.
 *
 * @param standing what the person is at the moment when it is asked
 * @param login the id of the login by which the person is known; empty for a guest
 * @param name how the person is called at the moment when it is asked
 * @param protocol the version of the protocol that is spoken with it
 * @param page names the page across its connections; empty when it does not say
 * @param address where the connection comes from
 * @param reader in whose language refusals are told
 */
public record Client(
    PersonId person,
    Supplier<Standing> standing,
    Optional<String> login,
    Supplier<DisplayName> name,
    int protocol,
    String page,
    InetAddress address,
    Texts reader) {

  public Client {
    Objects.requireNonNull(person, "a client is somebody");
    Objects.requireNonNull(standing, "a guest's is NONE");
    Objects.requireNonNull(login, "a guest has no login");
    Objects.requireNonNull(name, "a client has a name");
    Objects.requireNonNull(page, "an unnamed page is empty");
    Objects.requireNonNull(address, "a client is somewhere");
    Objects.requireNonNull(reader, "everybody reads some language");
  }

  /** A guest. */
  public Client(
      PersonId person,
      Supplier<DisplayName> name,
      int protocol,
      String page,
      InetAddress address,
      Texts reader) {
    this(person, () -> Standing.NONE, Optional.empty(), name, protocol, page, address, reader);
  }
}
