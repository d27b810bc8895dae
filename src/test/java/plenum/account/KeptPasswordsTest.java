package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptPasswordsTest {

  private static final String PASSWORD = "correct horse battery";
  private static final PasswordHash DATED = new PasswordHash(dated());

  private final AccountScene scene = new AccountScene();
  private Account ada;

  /** Of the same password, at less cost than today's. */
  private static String dated() {
    byte[] salt = new byte[16];
    byte[] hash = new byte[32];
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(1024)
            .withIterations(1)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=1024,t=1,p=1$%s$%s"
        .formatted(base64.encodeToString(salt), base64.encodeToString(hash));
  }

  @BeforeEach
  void keepsAnOldHash() {
    ada = scene.account("ada", "Ada Lovelace");
    scene.accounts.change(ada.person(), one -> one.withPassword(DATED));
  }

  /**
   * Proves the password, and the account is changed while its hash is made anew.
   *
   * @return whom the password proved
   */
  private Account provedDuring(UnaryOperator<Account> change) {
    KeptPasswords kept =
        new KeptPasswords(
            scene.accounts,
            scene.hashing,
            text -> {
              scene.accounts.change(ada.person(), change);
              return scene.hashing.hash(text);
            });
    return kept.account(new LoginName("ada"), PASSWORD).orElseThrow();
  }

  private Account now() {
    return scene.accounts.of(ada.person()).orElseThrow();
  }

  @Test
  void makesAnOldHashAnew() {
    Account proved = provedDuring(one -> one);
    assertEquals(now(), proved);
    PasswordHash kept = now().password().orElseThrow();
    assertFalse(kept.isDated());
    assertTrue(kept.is(PASSWORD));
  }

  @Test
  void leavesThePasswordThatSomebodyChangedMeanwhile() {
    PasswordHash reset = scene.hashing.hash("another horse battery");
    Account proved = provedDuring(one -> one.withPassword(reset));
    assertEquals(Optional.of(reset), now().password());
    assertEquals(
        Optional.of(DATED), proved.password(), "what was proved is no longer the password");
  }

  @Test
  void keepsWhatElseWasChangedMeanwhile() {
    provedDuring(one -> one.blocked(true));
    assertTrue(now().blocked());
    assertFalse(now().password().orElseThrow().isDated());
  }
}
