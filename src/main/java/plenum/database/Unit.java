package plenum.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The persistence unit, told without a {@code persistence.xml}: EclipseLink 5.0.1 of Payara
 * 7.2026.11 cannot read one here. A proxy, since the interface has more methods there.
 */
final class Unit {

  private static final List<String> ROWS =
      List.of(
          "plenum.database.InstantConverter",
          "plenum.database.OnceRow",
          "plenum.database.WriterRow",
          "plenum.database.attendance.AttendanceRow",
          "plenum.database.audit.AuditRow",
          "plenum.database.call.CallRow",
          "plenum.database.chat.MessageRow",
          "plenum.database.note.NoteRow",
          "plenum.database.devicetest.DeviceTestRow",
          "plenum.database.account.AccountRow",
          "plenum.database.account.LoginRow",
          "plenum.database.quality.ProblemRow",
          "plenum.database.quality.QualityRow",
          "plenum.database.traffic.TrafficRow",
          "plenum.database.presence.NameRow",
          "plenum.database.guest.GuestLinkRow",
          "plenum.database.tuning.SettingRow",
          "plenum.database.tuning.SettingChangeRow",
          "plenum.database.room.RoomRow",
          "plenum.database.token.ApiTokenRow",
          "plenum.database.webhook.WebhookRow");

  private Unit() {}

  /** Opens it with these connections. */
  static EntityManagerFactory open(DataSource connections) {
    ClassLoader loader = Unit.class.getClassLoader();
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "eclipselink.weaving", "false",
            "eclipselink.target-server", "None",
            "eclipselink.session.customizer", OneTry.class.getName(),
            "eclipselink.jdbc.batch-writing", "JDBC",
            "eclipselink.logging.level", "OFF"));
    PersistenceUnitInfo unit =
        (PersistenceUnitInfo)
            Proxy.newProxyInstance(
                loader,
                new Class<?>[] {PersistenceUnitInfo.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getPersistenceUnitName" -> "plenum";
                      case "getPersistenceProviderClassName" -> PersistenceProvider.class.getName();
                      case "getTransactionType" -> PersistenceUnitTransactionType.RESOURCE_LOCAL;
                      case "getNonJtaDataSource" -> connections;
                      case "getManagedClassNames" -> ROWS;
                      case "excludeUnlistedClasses" -> true;
                      case "getSharedCacheMode" -> SharedCacheMode.NONE;
                      case "getValidationMode" -> ValidationMode.NONE;
                      case "getProperties" -> properties;
                      case "getPersistenceXMLSchemaVersion" -> "3.0";
                      case "getPersistenceUnitRootUrl" ->
                          new URL(Unit.class.getResource("Unit.class"), "../../");
                      case "getClassLoader", "getNewTempClassLoader" -> loader;
                      case "hashCode" -> System.identityHashCode(proxy);
                      case "equals" -> proxy == arguments[0];
                      default -> method.getReturnType() == List.class ? List.of() : null;
                    });
    return new PersistenceProvider().createContainerEntityManagerFactory(unit, Map.of());
  }
}
