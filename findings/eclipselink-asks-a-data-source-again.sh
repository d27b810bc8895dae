#!/usr/bin/env bash
# EclipseLink 4.0.7: a data source whose database is gone is asked four times for one query.
#
# Expected: with a data source that the application brings (jakarta.persistence.nonJtaDataSource), a query fails when that
# one fails: the pool behind it knows best whether to wait, and how long.
# Seen: EclipseLink asks the data source for a connection three times more (its login's queryRetryAttemptCount), so that
# whatever the pool waits, such as HikariCP's connectionTimeout, is waited four times. With a session customizer that sets
# the count to 0 it is asked once. No property of the persistence unit does that.
# This script fails when that changes. Needs a JDK 17 or newer and Maven; takes some seconds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.eclipse.persistence</groupId>
      <artifactId>org.eclipse.persistence.jpa</artifactId>
      <version>4.0.7</version>
    </dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
  </dependencies>
</project>
XML
mvn -q dependency:build-classpath -Dmdep.outputFile=path > maven.log || { cat maven.log; exit 1; }
mkdir -p classes/META-INF
cat > classes/META-INF/persistence.xml <<'XML'
<persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
  <persistence-unit name="unit" transaction-type="RESOURCE_LOCAL">
    <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
    <class>Thing</class>
    <properties><property name="eclipselink.logging.level" value="OFF"/></properties>
  </persistence-unit>
</persistence>
XML
cat > Thing.java <<'JAVA'
@jakarta.persistence.Entity
public class Thing {
  @jakarta.persistence.Id
  long id;
}
JAVA
cat > OneTry.java <<'JAVA'
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

public class OneTry implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
    login.setQueryRetryAttemptCount(0);
    login.setDelayBetweenConnectionAttempts(0);
    login.setConnectionHealthValidatedOnError(false);
  }
}
JAVA
cat > Run.java <<'JAVA'
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

public class Run {
  static boolean gone;
  static int asked;

  public static void main(String[] customizer) {
    org.h2.jdbcx.JdbcDataSource database = new org.h2.jdbcx.JdbcDataSource();
    database.setURL("jdbc:h2:mem:x;DB_CLOSE_DELAY=-1");
    DataSource source =
        (DataSource)
            Proxy.newProxyInstance(
                Run.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (method.getReturnType() == Connection.class) {
                    asked++;
                    if (gone) {
                      throw new SQLException("connection refused", "08001");
                    }
                  }
                  return method.invoke(database, arguments);
                });
    Map<String, Object> with = new HashMap<>(Map.of("jakarta.persistence.nonJtaDataSource", source));
    if (customizer.length > 0) {
      with.put("eclipselink.session.customizer", customizer[0]);
    }
    EntityManagerFactory factory = Persistence.createEntityManagerFactory("unit", with);
    ask(factory, "create table thing (id bigint primary key)");
    gone = true;
    asked = 0;
    try {
      ask(factory, "select id from thing");
      System.out.println("answered");
    } catch (RuntimeException failed) {
      System.out.println(asked);
    }
    System.exit(0);
  }

  static void ask(EntityManagerFactory factory, String sql) {
    try (EntityManager manager = factory.createEntityManager()) {
      manager.getTransaction().begin();
      if (sql.startsWith("select")) {
        manager.createNativeQuery(sql).getResultList();
      } else {
        manager.createNativeQuery(sql).executeUpdate();
      }
      manager.getTransaction().commit();
    }
  }
}
JAVA
javac -proc:none -cp "$(cat path)" -d classes ./*.java
plain=$(java -cp "classes:$(cat path)" Run)
once=$(java -cp "classes:$(cat path)" Run OneTry)
echo "EclipseLink 4.0.7, $(java -version 2>&1 | head -1)"
echo "as it is: asked $plain times; with a customizer: $once"
[ "$once" = 1 ] || { echo 'CHANGED: the customizer does not help'; exit 1; }
[ "$plain" = 4 ] || { echo 'CHANGED: it is not asked four times'; exit 1; }
echo 'As before: a data source that fails is asked again.'
