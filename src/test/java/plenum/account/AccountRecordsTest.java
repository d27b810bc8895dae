package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.testing.Actors;

class AccountRecordsTest {

  private final AccountScene scene = new AccountScene();
  private final List<AccountRemoved> removed = new ArrayList<>();
  private final AccountRecords records =
      new AccountRecords(
          scene.accounts,
          scene.logins,
          new Administration(
              scene.accounts,
              scene.logins,
              nobody -> false,
              scene.journal,
              scene.clock,
              removed::add));

  @AfterEach
  void stop() {
    scene.hashing.stop();
  }

  @Test
  void tellsTheAccountWithoutItsPassword() {
    Account ada = scene.account("ada", "Ada");
    scene.logins.begin(ada, Actors.HERE, "Firefox");
    JsonObject told = records.of(ada.person()).asJsonObject();

    assertEquals("ada", told.getString("login"));
    assertEquals("Firefox", told.getJsonArray("logins").getJsonObject(0).getString("browser"));
    assertFalse(told.toString().contains("argon2"), told.toString());
    assertFalse(told.toString().contains("hash"), told.toString());
    assertEquals(JsonValue.NULL, records.of(PersonId.fresh()));
    assertEquals(Set.of("ada"), records.logins(ada.person()));
  }

  @Test
  void endsTheAccountAndItsLogins() {
    Account ada = scene.account("ada", "Ada");
    scene.logins.begin(ada, Actors.HERE, "Firefox");
    Erasure erasure = new Erasure(ada.person(), Set.of("ada"));
    records.erase(erasure);
    records.erase(erasure);

    assertEquals(Optional.empty(), scene.accounts.of(ada.person()));
    assertEquals(List.of(), scene.loginStore.all());
    assertEquals(1, scene.ended.size());
    assertEquals(List.of(new AccountRemoved(ada.person())), removed);
  }

  @Test
  void keepsTheLastAdministrator() {
    Account ada = scene.administrator("ada", "Ada");
    Erasure erasure = new Erasure(ada.person(), Set.of("ada"));
    assertEquals(
        "last-administrator",
        assertThrows(AccountRefused.class, () -> records.erase(erasure)).code());
  }
}
