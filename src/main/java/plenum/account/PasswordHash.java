package plenum.account;

import java.util.Objects;

/**
 * What is kept of a password.
 *
 * @param value in the form {@code $argon2id$v=19$m=...,t=...,p=...$salt$hash}
 */
public record PasswordHash(String value) {

  public PasswordHash {
    Objects.requireNonNull(value, "a hash has a value");
  }

  /** Nothing of it: it is a secret. */
  @Override
  public String toString() {
    return "***";
  }
}
