package plenum.admin.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.guest.GuestLink;
import plenum.admin.person.Whereabouts.Place;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.room.RoomId;

/** One person, with an account or a guest: who it is, and where it is now. */
@Named("personPage")
@RequestScoped
public class PersonPage {

  @Inject Wanted wanted;
  @Inject PersonPast past;
  @Inject AccountOffice office;
  @Inject Whereabouts whereabouts;

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
    return wanted.person().map(whereabouts::presence).orElse("offline");
  }

  /** Where the person's pages are open, by address. */
  public List<Place> places() {
    return wanted.person().map(whereabouts::places).orElse(List.of());
  }

  /** The id of the room, or of the call's room, where the person is; empty for nowhere. */
  public String getRoom() {
    return wanted.person().flatMap(whereabouts::room).map(RoomId::value).orElse("");
  }

  /** How that room is called; empty for a call. */
  public String getRoomName() {
    return roomName(getRoom());
  }

  private String roomName(String room) {
    return RoomId.parse(room).flatMap(whereabouts::name).orElse("");
  }

  /** The last used first. */
  public List<LoginView> logins() {
    return wanted.person().map(office.logins()::of).orElse(List.of()).stream()
        .map(LoginView::of)
        .toList();
  }

  private String called(String room) {
    String name = roomName(room);
    return name.isEmpty() ? room : name;
  }

  /** Guest links that the person made, the newest first. */
  public List<GuestLinkView> links() {
    Instant now = Instant.now();
    return wanted.person().map(office.guests()::by).orElse(List.of()).stream()
        .sorted(Comparator.comparing(GuestLink::made).reversed())
        .map(link -> GuestLinkView.of(link, called(link.room()), now))
        .toList();
  }
}
