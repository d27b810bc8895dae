package plenum.admin.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plenum.account.AccountOffice;
import plenum.admin.AdminPage;
import plenum.admin.search.Finding.Kind;
import plenum.call.Calls;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.node.Nodes;
import plenum.presence.Presence;
import plenum.room.Rooms;
import plenum.settings.Network;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;

/**
 * Looks for a name, a room, an address or an id in what is in memory, and then in what is kept of
 * the last days. A few of each kind are found; whoever looks for others types more.
 */
@ApplicationScoped
public class Search {

  /** So many of each kind. */
  static final int MOST = 5;

  private AccountOffice office;
  private Presence presence;
  private Rooms rooms;
  private Calls calls;
  private Connections connections;
  private Nodes nodes;
  private PastNames past;

  /** For the container's proxy only. */
  protected Search() {}

  @Inject
  Search(
      AccountOffice office,
      Presence presence,
      Rooms rooms,
      Calls calls,
      Connections connections,
      Nodes nodes,
      PastNames past) {
    this.office = office;
    this.presence = presence;
    this.rooms = rooms;
    this.calls = calls;
    this.connections = connections;
    this.nodes = nodes;
    this.past = past;
  }

  /**
   * What has this text in its name, or begins with it as its address or id.
   *
   * @param texts the reader's sentences, for the names of pages
   */
  public List<Finding> find(String typed, Map<String, String> texts) {
    Wanted wanted = Wanted.of(typed);
    if (wanted.isNothing()) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    Stream.of(
            pages(wanted, texts),
            people(wanted),
            accounts(wanted),
            rooms(wanted),
            calls(wanted),
            sessions(wanted),
            nodes(wanted))
        .forEach(kind -> kind.limit(MOST).forEach(found::add));
    return withoutTwins(Stream.concat(found.stream(), past.find(wanted)));
  }

  /** Whoever is online and has an account is one. */
  private static List<Finding> withoutTwins(Stream<Finding> found) {
    Set<String> paths = new HashSet<>();
    return found.filter(one -> one.kind() == Kind.SESSION || paths.add(one.path())).toList();
  }

  private static Stream<Finding> pages(Wanted wanted, Map<String, String> texts) {
    return AdminPage.menu().stream()
        .filter(entry -> wanted.isIn(texts.get(entry.getLabel())))
        .map(entry -> new Finding(Kind.PAGE, texts.get(entry.getLabel()), "", entry.getPath()));
  }

  private Stream<Finding> people(Wanted wanted) {
    return presence.people().stream()
        .filter(person -> wanted.isIn(person.name().value()) || wanted.begins(person.id().value()))
        .map(
            person ->
                Finding.person(
                    Kind.PERSON, person.id().value(), person.name().value(), login(person.id())));
  }

  private String login(PersonId person) {
    return office.accounts().of(person).map(one -> one.login().value()).orElse("");
  }

  private Stream<Finding> accounts(Wanted wanted) {
    return office.accounts().some(wanted.text(), MOST).stream()
        .map(
            account ->
                Finding.person(
                    Kind.ACCOUNT,
                    account.person().value(),
                    account.name().value(),
                    account.login().value()));
  }

  private Stream<Finding> rooms(Wanted wanted) {
    return rooms.rooms().stream()
        .filter(
            room ->
                room.name().filter(name -> wanted.isIn(name.value())).isPresent()
                    || wanted.begins(room.id().value()))
        .map(
            room ->
                Finding.meeting(
                    Kind.ROOM,
                    room.id().value(),
                    room.name().map(name -> name.value()).orElse(""),
                    room.id().value()));
  }

  private Stream<Finding> calls(Wanted wanted) {
    return calls.running().stream()
        .filter(
            call ->
                wanted.isIn(call.from().name().value())
                    || wanted.isIn(call.to().name().value())
                    || wanted.begins(call.room().value()))
        .map(
            call ->
                Finding.meeting(
                    Kind.CALL,
                    call.room().value(),
                    call.from().name().value() + " → " + call.to().name().value(),
                    ""));
  }

  private Stream<Finding> sessions(Wanted wanted) {
    return wanted.isAddress()
        ? Stream.concat(connected(wanted), loggedIn(wanted)).distinct()
        : Stream.empty();
  }

  private Stream<Finding> connected(Wanted wanted) {
    return connections.all().stream()
        .map(Caller::connection)
        .map(Connection::actor)
        .filter(actor -> wanted.isOf(Network.written(actor.address())))
        .map(Search::session);
  }

  private Stream<Finding> loggedIn(Wanted wanted) {
    return office.logins().from(wanted::isOf, MOST).stream()
        .flatMap(
            login ->
                office.accounts().of(login.person()).stream()
                    .map(
                        account ->
                            Finding.person(
                                Kind.SESSION,
                                account.person().value(),
                                account.name().value(),
                                login.address())));
  }

  private static Finding session(Actor actor) {
    return Finding.person(
        Kind.SESSION,
        actor.person().value(),
        actor.name().value(),
        Network.written(actor.address()));
  }

  private Stream<Finding> nodes(Wanted wanted) {
    return nodes.nodes().stream()
        .filter(node -> wanted.isIn(node.name()))
        .map(node -> new Finding(Kind.NODE, node.name(), "", "/admin/nodes"));
  }
}
