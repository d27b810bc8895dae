package plenum.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.media.ticket.TestTickets;
import plenum.testing.PlenumServer;
import plenum.testing.RealSrs;
import plenum.testing.SrsAccess;

/**
 * A Plenum server, and what carries its media. The suite asks everything of its doors; {@link #srs}
 * is for what SRS itself must refuse. Targets are started once and end with the JVM.
 *
 * @param differences in what this one may be told from the others
 */
record Target(String name, PlenumServer server, Optional<SrsAccess> srs, Differences differences) {

  static final String USERNAME = "admin";
  static final String PASSWORD = "of-the-tests-only";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "plenum.media.ticket-key",
          TestTickets.KEY,
          "plenum.media.ticket-key-previous",
          TestTickets.KEY_BEFORE,
          "plenum.media.api.username",
          USERNAME,
          "plenum.media.api.password",
          PASSWORD,
          "plenum.media.connect-timeout",
          Differences.CONNECTING.toSeconds() + "s",
          "plenum.media.silence-timeout",
          Differences.SILENCE.toSeconds() + "s");

  private static final List<Target> ALL = start();

  /** The embedded engine always, and SRS where one was given. */
  static List<Target> all() {
    return ALL;
  }

  /** SRS alone, for what it must refuse itself. */
  static List<Target> withSrs() {
    return ALL.stream().filter(target -> target.srs().isPresent()).toList();
  }

  private static List<Target> start() {
    List<Target> targets = new ArrayList<>();
    targets.add(embedded());
    srsTarget().ifPresentOrElse(targets::add, Target::tellWhatIsMissing);
    targets.forEach(target -> System.out.println("The contract runs against " + target + "."));
    return List.copyOf(targets);
  }

  private static Target embedded() {
    PlenumServer server = PlenumServer.start(with(Map.of("plenum.media.nodes", "")));
    return new Target("the embedded engine", server, Optional.empty(), Differences.OF_THE_ENGINE);
  }

  private static Optional<Target> srsTarget() {
    if (RealSrs.isGiven()) {
      List<SrsAccess> started = new ArrayList<>();
      PlenumServer server =
          PlenumServer.startAt(
              port -> {
                started.add(RealSrs.prepare().hooksTo(port).start().access());
                return with(started.get(0).settings());
              });
      return Optional.of(srs(server, started.get(0)));
    }
    return SrsAccess.given()
        .map(
            given ->
                srs(
                    PlenumServer.startOn(SrsAccess.givenPlenumPort(), with(given.settings())),
                    given));
  }

  private static Target srs(PlenumServer server, SrsAccess access) {
    String name = "SRS " + access.version() + " at " + access.api();
    return new Target(name, server, Optional.of(access), Differences.OF_SRS);
  }

  private static Map<String, String> with(Map<String, String> media) {
    Map<String, String> all = new HashMap<>(SETTINGS);
    all.putAll(media);
    return all;
  }

  private static void tellWhatIsMissing() {
    System.out.println(
        "Skipped: the contract against SRS. Give a real one by -Dsrs.binary=/path/to/srs, or one"
            + " that runs by -Dsrs.url=http://127.0.0.1:1985 (docs/media.md tells the rest).");
  }

  /** As the report of a run names it. */
  @Override
  public String toString() {
    return name;
  }
}
