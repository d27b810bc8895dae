package plenum.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static Set<String> groups(Object value) {
    return new Claims(Map.of("groups", value)).texts("groups");
  }

  @Test
  void readsTextsOfAListAndOneAlone() {
    assertEquals(Set.of("devs", "größe"), groups(List.of("devs", "größe")));
    assertEquals(Set.of("devs ops"), groups("devs ops"));
  }

  @Test
  void readsTheNamesOfObjects() {
    assertEquals(
        Set.of("admin", "user"),
        groups(Map.of("admin", Map.of("17", "corp.example"), "user", Map.of())));
    assertEquals(Set.of("devs"), groups(List.of(Map.of("name", "devs", "id", 1), Map.of("id", 2))));
  }

  @Test
  void leavesOutWhatIsNoName() {
    List<Object> odd =
        Arrays.asList(1, true, null, "", " ", List.of("in"), Map.of("name", 7), "a".repeat(201));
    assertEquals(Set.of(), groups(odd));
    assertEquals(Set.of(), groups(7));
    assertEquals(Set.of(), new Claims(Map.of()).texts("groups"));
  }

  @Test
  void goesIntoObjectsByDotsUnlessAClaimIsCalledSo() {
    Map<String, Object> nested = Map.of("realm_access", Map.of("roles", List.of("devs")));
    assertEquals(Set.of("devs"), new Claims(nested).texts("realm_access.roles"));
    String address = "https://corp.example/roles";
    assertEquals(Set.of("x"), new Claims(Map.of(address, "x")).texts(address));
  }
}
