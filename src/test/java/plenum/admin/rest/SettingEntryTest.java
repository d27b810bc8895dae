package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.admin.rest.AdminSettingsResource.SettingEntry;
import plenum.settings.Effect;
import plenum.settings.Kind;
import plenum.settings.Origin;
import plenum.settings.Setting;

class SettingEntryTest {

  @Test
  void tellsASettingToPrograms() {
    Setting setting =
        new Setting(
            "plenum.signal.rate",
            new Kind.Number(1, 9),
            Effect.NEXT_CONNECTION,
            Optional.of("5"),
            Optional.of("7"),
            Origin.CHANGED,
            Optional.of("6"));
    assertEquals(
        new SettingEntry(
            "plenum.signal.rate",
            Optional.of("7"),
            Optional.of("5"),
            Optional.of("6"),
            "changed",
            "next-connection",
            true),
        SettingEntry.of(setting));
  }

  @Test
  void tellsNoSecret() {
    Setting secret =
        new Setting(
            "plenum.secret",
            new Kind.Secret(),
            Effect.RESTART,
            Optional.empty(),
            Optional.of("hush"),
            Origin.SYSTEM_PROPERTY,
            Optional.of("hush"));
    assertEquals(Optional.of("***"), SettingEntry.of(secret).value());
    assertEquals("system-property", SettingEntry.of(secret).origin());
  }
}
