package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configurations of {@code deploy/}, as they are but for the certificate, for ports and for
 * where files are, in a real proxy each; its files are beside the certificate.
 */
public final class FrontFiles {

  private static final Path DEPLOY = Path.of("deploy");

  private FrontFiles() {}

  /** {@code deploy/nginx.conf}. */
  public static Front nginx(SelfSigned own, int port, int plenum, int srsApi, int srsHttp) {
    String text =
        read("nginx.conf")
            .replaceAll("(?m)^ *listen \\[::\\].*$", "")
            .replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
            .replace("listen 80;", "listen 127.0.0.1:" + FreePorts.tcp() + ";")
            .replace("127.0.0.1:8090", "127.0.0.1:" + plenum)
            .replace("127.0.0.1:1985", "127.0.0.1:" + srsApi)
            .replace("127.0.0.1:8080", "127.0.0.1:" + srsHttp);
    return nginx(own, port, text);
  }

  /** The same without an SRS. */
  public static Front nginx(SelfSigned own, int port, int plenum) {
    return nginx(own, port, plenum, FreePorts.tcp(), FreePorts.tcp());
  }

  /**
   * {@code deploy/nginx-443.conf} before {@code deploy/nginx.conf}, as the documents say, at all
   * addresses of this machine.
   *
   * @param media the port of media by TCP
   */
  public static Front nginxWithOnePort(SelfSigned own, int port, int plenum, int media) {
    int behind = FreePorts.tcp();
    Path included = folder(own).resolve("nginx-443.conf");
    write(
        included,
        read("nginx-443.conf")
            .replaceAll("(?m)^ *listen \\[::\\].*$", "")
            .replace("listen 443;", "listen " + port + ";")
            .replace("/usr/lib/nginx/modules/ngx_stream_module.so", Front.nginxStream().toString())
            .replace("127.0.0.1:8000", "127.0.0.1:" + media)
            .replace("127.0.0.1:8444", "127.0.0.1:" + behind));
    String text =
        read("nginx.conf")
            .replaceAll("(?m)^ *listen \\[::\\].*$", "")
            .replace(
                "listen 443 ssl http2;",
                """
                listen 127.0.0.1:%d ssl http2 proxy_protocol;
                set_real_ip_from 127.0.0.1;
                real_ip_header proxy_protocol;
                """
                    .formatted(behind))
            .replace("listen 80;", "listen 127.0.0.1:" + FreePorts.tcp() + ";")
            .replace("127.0.0.1:8090", "127.0.0.1:" + plenum);
    return nginx(own, port, "include " + included + ";\n" + text);
  }

  /** {@code deploy/nginx-path.conf}, in an nginx that has something else at the host's root. */
  public static Front nginxWithPath(SelfSigned own, int port, int plenum) {
    String path =
        read("nginx-path.conf")
            .replace("127.0.0.1:8090", "127.0.0.1:" + plenum)
            .replace("/var/log/nginx/", folder(own) + "/");
    Path included = write(folder(own).resolve("plenum-path.conf"), path);
    String text =
        """
        user www-data;
        pid /run/nginx.pid;
        error_log /var/log/nginx/error.log warn;
        events {
        }
        http {
            access_log /var/log/nginx/access.log;
            server {
                listen 127.0.0.1:%d ssl http2;
                ssl_certificate     /etc/nginx/plenum.crt;
                ssl_certificate_key /etc/nginx/plenum.key;
                location / {
                    return 200 "the intranet";
                }
                include %s;
            }
        }
        """;
    return nginx(own, port, text.formatted(port, included));
  }

  private static Front nginx(SelfSigned own, int port, String configuration) {
    Path folder = folder(own);
    String text =
        configuration
            .replace("user www-data;", "daemon off;\nmaster_process off;")
            .replace("/etc/nginx/plenum.crt", own.certificate().toString())
            .replace("/etc/nginx/plenum.key", own.key().toString())
            .replace("/etc/nginx/mime.types", folder.resolve("mime.types").toString())
            .replace("/run/nginx.pid", folder.resolve("nginx.pid").toString())
            .replace("/var/log/nginx/", folder + "/")
            .replace("\nhttp {\n", "\nhttp {\n" + temporaryFiles(folder));
    write(folder.resolve("mime.types"), "types { text/html html; }\n");
    Path file = write(folder.resolve("nginx.conf"), text);
    return Front.start("nginx", folder, port, "-p", folder.toString(), "-c", file.toString());
  }

  private static String temporaryFiles(Path folder) {
    StringBuilder all = new StringBuilder();
    for (String what : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      all.append(what).append("_temp_path ").append(folder.resolve(what)).append(";\n");
    }
    return all.toString();
  }

  /** {@code deploy/Caddyfile}. */
  public static Front caddy(SelfSigned own, int port, int plenum) {
    Path folder = folder(own);
    String text =
        read("Caddyfile")
            .replace("meet.example {", "https://localhost:" + port + " {\n\tbind 127.0.0.1")
            .replace("/etc/caddy/plenum.crt", own.certificate().toString())
            .replace("/etc/caddy/plenum.key", own.key().toString())
            .replace("127.0.0.1:8090", "127.0.0.1:" + plenum);
    Path file = write(folder.resolve("Caddyfile"), text);
    String[] arguments = {"run", "--adapter", "caddyfile", "--config", file.toString()};
    return Front.start("caddy", folder, port, arguments);
  }

  /** {@code deploy/haproxy.cfg}. */
  public static Front haproxy(SelfSigned own, int port, int plenum) {
    Path folder = folder(own);
    Path pem = write(folder.resolve("plenum.pem"), read(own.certificate()) + read(own.key()));
    String text =
        read("haproxy.cfg")
            .replace("bind :443 ", "bind 127.0.0.1:" + port + " ")
            .replace("/etc/haproxy/plenum.pem", pem.toString())
            .replace("127.0.0.1:8090", "127.0.0.1:" + plenum);
    Path file = write(folder.resolve("haproxy.cfg"), text);
    return Front.start("haproxy", folder, port, "-f", file.toString());
  }

  private static Path folder(SelfSigned own) {
    return own.key().toAbsolutePath().getParent();
  }

  private static String read(String name) {
    return read(DEPLOY.resolve(name));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
