package plenum.database.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.account.LoginName;
import plenum.account.OneTimeLink;
import plenum.account.PasswordHash;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;

/** An account. */
@Entity
@Table(name = "account")
public class AccountRow {

  @Id
  @Column(name = "person")
  private String person;

  @Column(name = "login")
  private String login;

  @Column(name = "name")
  private String name;

  @Column(name = "password")
  private String password;

  @Column(name = "link_hash")
  private String linkHash;

  @Column(name = "link_until")
  private Instant linkUntil;

  /** A line each: no name of a group has more. */
  @Column(name = "group_names")
  private String groupNames;

  @Column(name = "role_names")
  private String roleNames;

  @Column(name = "blocked")
  private boolean blocked;

  @Column(name = "outside")
  private String outside;

  @Column(name = "made")
  private Instant made;

  protected AccountRow() {}

  AccountRow(Account account) {
    this.person = account.person().value();
    this.login = account.login().value();
    this.name = account.name().value();
    this.password = account.password().map(PasswordHash::value).orElse(null);
    this.linkHash = account.link().map(OneTimeLink::hash).orElse(null);
    this.linkUntil = account.link().map(OneTimeLink::until).orElse(null);
    this.groupNames = lines(account.groups().stream());
    this.roleNames = lines(account.roles().stream().map(Role::name));
    this.blocked = account.blocked();
    this.outside = account.outside().orElse(null);
    this.made = account.made();
  }

  static List<AccountRow> all(EntityManager manager) {
    return manager.createQuery("select a from AccountRow a", AccountRow.class).getResultList();
  }

  Account account() {
    return new Account(
        new PersonId(person),
        new LoginName(login),
        DisplayName.of(name),
        Optional.ofNullable(password).map(PasswordHash::new),
        Optional.ofNullable(linkHash).map(hash -> new OneTimeLink(hash, linkUntil)),
        set(groupNames),
        set(roleNames).stream().flatMap(AccountRow::role).collect(Collectors.toSet()),
        blocked,
        Optional.ofNullable(outside),
        made);
  }

  /** A role that only a later Plenum knows is none here. */
  private static Stream<Role> role(String name) {
    return Stream.of(Role.values()).filter(role -> role.name().equals(name));
  }

  private static String lines(Stream<String> texts) {
    return texts.sorted().collect(Collectors.joining("\n"));
  }

  private static Set<String> set(String lines) {
    return lines.lines().filter(line -> !line.isEmpty()).collect(Collectors.toSet());
  }
}
