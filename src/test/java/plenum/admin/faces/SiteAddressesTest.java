package plenum.admin.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.settings.SiteSettings;

class SiteAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "'', /admin/audit, /admin/audit",
    "/plenum, /admin/audit, /plenum/admin/audit",
    "/plenum, /plenum/admin/audit, /plenum/admin/audit",
    "/plenum, /plenumadmin, /plenum/plenumadmin",
    "/plenum, https://meet.example/admin, https://meet.example/admin"
  })
  void beginWithTheSitesPathOnce(String path, String address, String written) {
    assertEquals(written, SiteAddresses.onSite(new SiteSettings(path), address));
  }
}
