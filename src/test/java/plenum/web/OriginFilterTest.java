package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.identity.Origins;
import plenum.settings.IdentitySettings;

class OriginFilterTest {

  private final Origins origins =
      new Origins(new IdentitySettings(Optional.empty(), Set.of("https://portal.example")));

  @ParameterizedTest
  @CsvSource({
    "/api/me, true",
    "/signal, true",
    "/api/administration, true",
    "/api/admin/check, true",
    "/api/admin/tokens, false",
    "/api/admin/accounts/p1/block, false",
    "/api/admin/check/more, false",
    "/api/admin, false",
    "/admin, false",
    "/admin/tokens, false"
  })
  void letsPagesOfOtherSitesChangeNothingThatIsAdministrators(String path, boolean may) {
    assertEquals(
        may, OriginFilter.mayChange(origins, path, "https://portal.example", "meet.example"));
  }

  @ParameterizedTest
  @CsvSource({"/api/me", "/api/admin/tokens", "/admin/tokens"})
  void letsThisSitesPagesChangeAllAndThoseOfStrangersNothing(String path) {
    assertEquals(
        true, OriginFilter.mayChange(origins, path, "https://meet.example", "meet.example"));
    assertEquals(
        false, OriginFilter.mayChange(origins, path, "https://evil.example", "meet.example"));
  }
}
