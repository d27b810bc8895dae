package plenum.signal;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import plenum.account.Visitor;
import plenum.text.Texts;

/**
 * What is known about a connection when it begins.
 *
 * @param protocol the version of the protocol that both sides speak, if there is one
 * @param visitor who it is by the cookies
 * @param page what the page calls itself, the same after a reconnection; empty when it does not
 * @param address where it comes from
 * @param reader in whose language refusals are told
 */
record FirstContact(
    OptionalInt protocol,
    Optional<Visitor> visitor,
    String page,
    InetAddress address,
    Texts reader) {

  static final String KEY = FirstContact.class.getName();

  FirstContact {
    Objects.requireNonNull(protocol, "without a common protocol it is empty");
    Objects.requireNonNull(visitor, "a stranger is empty");
    Objects.requireNonNull(page, "an unnamed page is empty");
    Objects.requireNonNull(address, "everybody is somewhere");
    Objects.requireNonNull(reader, "everybody reads some language");
  }
}
