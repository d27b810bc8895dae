package plenum.launch;

import plenum.settings.Declarations;
import plenum.settings.Declarations.Declaration;

/** What {@code --help} says. */
final class Help {

  private static final String OPTIONS =
      """
      Usage: java [JAVA OPTION]... -jar plenum.jar [OPTION]... [-- PAYARA OPTION...]

      Starts Plenum, prints the addresses to open, and runs until Ctrl-C or SIGTERM.

        --port N        the TCP port of http (setting plenum.http.port)
        --data DIR      what outlives a restart (setting plenum.data.dir)
        --config FILE   a properties file with settings; without it plenum.properties
                        beside plenum.jar, if there is one
        --profile NAME  defaults for a kind of machine (setting plenum.profile): "small" is for
                        2 cores, 2 GB, and six people who meet over a link of 3 Mbit/s
        --cache DIR     where Plenum unpacks itself (PLENUM_CACHE; otherwise "cache"
                        in the data directory)
        --check         looks for what would keep Plenum from starting, and starts nothing
        --make-administrator NAME
                        prints a link by which somebody becomes administrator; also while
                        the server runs, with its options
        --version       which Plenum this is
        --help          this

      Exit codes: 0 and 143 after an end that was asked for; 78 if a setting, a port or a
      directory is to be mended, with a sentence that says which; otherwise the server's.

      Settings, with their defaults. Each can be given as an environment variable (such as
      PLENUM_ROOMS_MAX=7), before -jar (-Dplenum.rooms.max=7), or in FILE (plenum.rooms.max=7).
      """;

  private Help() {}

  static String text(Declarations declared) {
    StringBuilder text = new StringBuilder(OPTIONS);
    for (Declaration setting : declared.all()) {
      if (!setting.comment().isEmpty()) {
        text.append('\n');
        setting.comment().forEach(line -> text.append("  ").append(line).append('\n'));
      }
      String value = setting.value().orElse(setting.example());
      String sign = setting.value().isPresent() ? "=%s" : value.isEmpty() ? "" : "  %s";
      text.append("    ").append(setting.name());
      text.append(sign.formatted(value).stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
