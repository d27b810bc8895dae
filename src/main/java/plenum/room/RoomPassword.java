package plenum.room;

import java.text.Normalizer;
import java.util.Objects;
import plenum.identity.Argon2;

/**
 * What is kept of a room's password, as {@link Argon2} writes it. Making and comparing one is slow,
 * so neither is done under a lock.
 *
 * @param hash {@code $argon2id$v=19$m=...,t=...,p=...$salt$hash}
 */
public record RoomPassword(String hash) {

  /** Code points of a password at most. */
  public static final int LONGEST = 128;

  public RoomPassword {
    Objects.requireNonNull(hash, "a password leaves a hash");
    if (!Argon2.isHash(hash)) {
      throw new IllegalArgumentException("a password's hash is of Argon2id");
    }
  }

  /** What to keep of this password, which is forgotten. */
  public static RoomPassword of(String password) {
    return new RoomPassword(Argon2.hash(normal(password)));
  }

  /** Whether it is this password; takes the same time for each that it is not. */
  public boolean is(String password) {
    return Argon2.matches(normal(password), hash);
  }

  /** The same letters, however a keyboard composes them. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /** Without what could be tried out. */
  @Override
  public String toString() {
    return "RoomPassword";
  }
}
