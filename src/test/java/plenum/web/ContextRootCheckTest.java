package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.settings.SiteSettings;

class ContextRootCheckTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', /plenum, true",
    "/plenum, /plenum, true",
    "/plenum, '', false",
    "/plenum, /other, false"
  })
  void wantsTheSettingToSayWhereItIs(String root, String setting, boolean good) {
    var problem = ContextRootCheck.problem(root, new SiteSettings(setting));
    assertEquals(good, problem.isEmpty(), problem.toString());
    problem.ifPresent(
        sentence -> assertEquals(true, sentence.contains("plenum.http.context-path=" + root)));
  }
}
