package plenum.admin.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.database.Database;
import plenum.database.DatabaseAway;
import plenum.media.node.Nodes;
import plenum.settings.LiveSettings;
import plenum.store.DataDirectory;
import plenum.store.Storage;
import plenum.tls.Tls;
import plenum.tuning.SettingsDesk;

/** Looks at everything that the server can see by itself; waits for nodes and the database. */
@ApplicationScoped
public class SelfCheck {

  @Inject Tls tls;
  @Inject DataDirectory data;
  @Inject Database database;
  @Inject Storage storage;
  @Inject SettingsDesk settings;
  @Inject LiveSettings live;
  @Inject Nodes nodes;

  /**
   * All of it, now.
   *
   * @param host by which the administrator's browser came
   */
  public List<Finding> run(String host) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        CertificateCheck.of(
            tls.shown().map(one -> new CertificateCheck.Shown(one.begin(), one.end(), one.names())),
            host,
            Clock.systemUTC().instant()));
    nodes.nodes().forEach(node -> findings.add(ServerChecks.node(node.name(), node.look())));
    findings.add(ServerChecks.store(product(), storage.problem().or(storage::problemBeside)));
    findings.add(
        ServerChecks.settings(
            settings.isKnown(), live.changes().keySet().stream().sorted().toList()));
    findings.add(ServerChecks.disk(usable()));
    findings.add(ServerChecks.outside(OpenSockets.current().outside()));
    return findings;
  }

  private Optional<String> product() {
    try {
      return Optional.of(database.product());
    } catch (DatabaseAway away) {
      return Optional.empty();
    }
  }

  private long usable() {
    try {
      return Files.getFileStore(data.path()).getUsableSpace();
    } catch (IOException gone) {
      return 0;
    }
  }
}
