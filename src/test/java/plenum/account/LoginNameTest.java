package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"ada", " Ada ", "CORP\\ada", "corp.example\\ADA"})
  void isTheOwnNameOfWhatWasTyped(String typed) {
    assertEquals(Optional.of(new LoginName("ada")), LoginName.typed(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CORP\\", "a b", "a*)(uid=*", "a,b", "a/b", "a\u0000", "a\nb"})
  void isNoneThatNobodyCanHave(String typed) {
    assertEquals(Optional.empty(), LoginName.typed(typed));
  }

  @Test
  void hasNoDomainWhereOneIsGiven() {
    assertThrows(AccountRefused.class, () -> new LoginName("CORP\\ada"));
  }

  @Test
  void keepsWhatStandsBehindAnAt() {
    assertEquals("ada@corp.example", LoginName.typed("Ada@Corp.example").orElseThrow().value());
  }
}
