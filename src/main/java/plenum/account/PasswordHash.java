package plenum.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Objects;
import plenum.identity.Argon2;

/**
 * What is kept of a password.
 *
 * @param value in the form {@code $argon2id$v=19$m=...,t=...,p=...$salt$hash}
 */
public record PasswordHash(String value) {

  public PasswordHash {
    Objects.requireNonNull(value, "a hash has a value");
  }

  /** What to keep of this password, which is forgotten; as slow as {@link Argon2}. */
  static PasswordHash of(String password) {
    return new PasswordHash(Argon2.hash(normal(password)));
  }

  /** Whether it is this password's; as slow. */
  boolean is(String password) {
    return Argon2.matches(normal(password), value);
  }

  /** Whether it was made with less than is asked for today. */
  boolean isDated() {
    return Argon2.isDated(value);
  }

  /** The same letters, however a keyboard composes them. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Form.NFKC);
  }

  /** Nothing of it: it is a secret. */
  @Override
  public String toString() {
    return "***";
  }
}
