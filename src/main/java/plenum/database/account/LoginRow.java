package plenum.database.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import plenum.account.Login;
import plenum.identity.PersonId;

/** A login. */
@Entity
@Table(name = "login")
public class LoginRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "hash")
  private String hash;

  @Column(name = "person")
  private String person;

  @Column(name = "begun")
  private Instant begun;

  @Column(name = "seen")
  private Instant seen;

  @Column(name = "address")
  private String address;

  @Column(name = "browser")
  private String browser;

  protected LoginRow() {}

  LoginRow(Login login) {
    this.id = login.id();
    this.hash = login.hash();
    this.person = login.person().value();
    this.begun = login.begun();
    this.seen = login.seen();
    this.address = login.address();
    this.browser = login.browser();
  }

  static List<LoginRow> all(EntityManager manager) {
    return manager.createQuery("select l from LoginRow l", LoginRow.class).getResultList();
  }

  Login login() {
    return new Login(id, hash, new PersonId(person), begun, seen, address, browser);
  }
}
