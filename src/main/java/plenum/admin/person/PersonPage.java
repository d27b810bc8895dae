package plenum.admin.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.guest.GuestLink;
import plenum.call.Call;
import plenum.call.Calls;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.presence.OnlinePerson;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.settings.Network;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;

/** One person, with an account or a guest: who it is, and where it is now. */
@Named("personPage")
@RequestScoped
public class PersonPage {

  @Inject Wanted wanted;
  @Inject PersonPast past;
  @Inject AccountOffice office;
  @Inject Presence presence;
  @Inject Rooms rooms;
  @Inject Calls calls;
  @Inject Connections connections;

  /**
   * Where a person has pages open.
   *
   * @param pages how many
   */
  public record Place(String address, long pages) {}

  /** The person's id; empty when there can be nobody of the one in the address. */
  public String getId() {
    return wanted.person().map(PersonId::value).orElse("");
  }

  /** How the person is called, or was called when something was kept last. */
  public String getName() {
    return wanted.name().or(past::lastName).orElse("");
  }

  /** The account, for administrators' eyes; empty for a guest. */
  private Optional<Account> account() {
    return wanted.account();
  }

  public boolean isWithAccount() {
    return account().isPresent();
  }

  private String ofAccount(Function<Account, String> what) {
    return account().map(what).orElse("");
  }

  public String getLogin() {
    return ofAccount(one -> one.login().value());
  }

  /** In which groups the account is, one behind the other. */
  public String getGroups() {
    return ofAccount(one -> one.groups().stream().sorted().collect(Collectors.joining(", ")));
  }

  /** Whether a directory or provider says in which groups the person is. */
  public boolean isOutside() {
    return account().flatMap(Account::outside).isPresent();
  }

  public boolean isBlocked() {
    return account().filter(Account::blocked).isPresent();
  }

  public boolean isAdministrator() {
    return account()
        .filter(one -> office.accounts().standing(one).roles().contains(Role.ADMINISTRATOR))
        .isPresent();
  }

  /** Whether it is one by a group, so that it cannot be taken from the account. */
  public boolean isAdministratorByGroup() {
    return isAdministrator()
        && account().filter(one -> one.roles().contains(Role.ADMINISTRATOR)).isEmpty();
  }

  /** When the account was made; empty for a guest. */
  public String getMade() {
    return ofAccount(one -> one.made().toString());
  }

  /** {@code offline}, {@code away} or {@code online}. */
  public String getPresence() {
    return wanted
        .person()
        .flatMap(presence::person)
        .map(OnlinePerson::availability)
        .map(is -> is.away() ? "away" : "online")
        .orElse("offline");
  }

  /** Where the person's pages are open, by address. */
  public List<Place> places() {
    Map<String, Long> byAddress =
        wanted.person().map(connections::of).orElse(List.of()).stream()
            .map(Connection::actor)
            .collect(
                Collectors.groupingBy(
                    actor -> Network.written(actor.address()), Collectors.counting()));
    return byAddress.entrySet().stream()
        .map(entry -> new Place(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Place::address))
        .toList();
  }

  /** The id of the room, or of the call's room, where the person is; empty for nowhere. */
  public String getRoom() {
    return wanted
        .person()
        .flatMap(person -> rooms.seatOf(person).or(() -> calls.of(person).map(Call::room)))
        .map(RoomId::value)
        .orElse("");
  }

  /** How that room is called; empty for a call. */
  public String getRoomName() {
    return roomName(getRoom()).orElse("");
  }

  private Optional<String> roomName(String room) {
    return RoomId.parse(room).flatMap(rooms::room).flatMap(RoomSummary::name).map(RoomName::value);
  }

  /** The last used first. */
  public List<LoginView> logins() {
    return wanted.person().map(office.logins()::of).orElse(List.of()).stream()
        .map(LoginView::of)
        .toList();
  }

  /** Guest links that the person made, the newest first. */
  public List<GuestLinkView> links() {
    Instant now = Instant.now();
    return wanted.person().map(office.guests()::by).orElse(List.of()).stream()
        .sorted(Comparator.comparing(GuestLink::made).reversed())
        .map(link -> GuestLinkView.of(link, roomName(link.room()).orElse(link.room()), now))
        .toList();
  }
}
