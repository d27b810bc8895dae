package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class Argon2Test {

  /** By memory that was never used before. */
  private static String apart(String password, String hash) {
    String[] parts = hash.split("\\$");
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(19_456)
            .withIterations(2)
            .withParallelism(1)
            .withSalt(Base64.getDecoder().decode(parts[4]))
            .build());
    byte[] bytes = new byte[32];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void findsNothingOfOnePasswordInTheMemoryOfTheNext() {
    for (String password : List.of("first", "second", "first", "")) {
      String hash = Argon2.hash(password);
      assertEquals(apart(password, hash), hash.split("\\$")[5]);
      assertTrue(Argon2.matches(password, hash));
      assertFalse(Argon2.matches(password + "x", hash));
    }
  }

  @Test
  void hashesSeveralAtATime() {
    assertTrue(
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> "password " + i)
            .allMatch(password -> Argon2.matches(password, Argon2.hash(password))));
  }

  /** One that was made with other costs takes what it needs. */
  @Test
  void readsWhatTookMoreMemory() {
    String more =
        "$argon2id$v=19$m=65536,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assertFalse(Argon2.matches("x", more));
    String hash = Argon2.hash("x");
    assertEquals(apart("x", hash), hash.split("\\$")[5]);
  }

  @Test
  void usesMemoryAgainAndNeverTwiceAtATime() {
    HashingMemory memory = new HashingMemory(8, 1);
    BlockPool one = memory.take();
    assertNotSame(one, memory.take());
    memory.give(one);
    assertSame(one, memory.take());
    assertNotSame(one, memory.take());
  }
}
