package plenum.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.oidc.ProviderForTests;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.PlenumServer;
import plenum.testing.SelfSigned;

/** A site whose people a provider knows, at a path of a host that others use, too, behind nginx. */
@NeedsFront("nginx")
class ProviderPathIT {

  private static final String PATH = "/plenum";

  @TempDir static Path folder;

  private static ProviderForTests provider;
  private static PlenumServer server;
  private static SelfSigned own;
  private static Front nginx;

  @BeforeAll
  static void start() {
    provider = new ProviderForTests();
    server =
        PlenumServer.start(
            Map.of(
                "plenum.identity.mode",
                "oidc",
                "plenum.http.context-path",
                PATH,
                "plenum.media.trusted-proxies",
                "127.0.0.1",
                "plenum.oidc.issuer",
                provider.issuer().toString(),
                "plenum.oidc.client-id",
                ProviderForTests.CLIENT,
                "plenum.oidc.client-secret",
                ProviderForTests.SECRET));
    own = SelfSigned.in(folder);
    nginx = FrontFiles.nginxWithPath(own, FreePorts.tcp(), server.port());
  }

  @AfterAll
  static void stop() {
    nginx.close();
    server.stop();
    provider.close();
  }

  /** A browser, which goes nowhere by itself. */
  private static final class Visitor {

    /** By their names, as they were set; those of Java would be sent as RFC 2965 wants. */
    private final Map<String, String> cookies = new TreeMap<>();

    private final HttpClient http = HttpClient.newBuilder().sslContext(own.context()).build();

    private HttpResponse<String> send(HttpRequest.Builder request) {
      String path = request.build().uri().getRawPath();
      String sent =
          cookies.values().stream()
              .filter(cookie -> path.startsWith(attribute(cookie, "Path")))
              .map(cookie -> cookie.replaceAll(";.*", ""))
              .collect(Collectors.joining("; "));
      try {
        HttpResponse<String> answer =
            http.send(
                (sent.isEmpty() ? request : request.header("Cookie", sent)).build(),
                HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("set-cookie").forEach(this::keep);
        return answer;
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }

    private void keep(String cookie) {
      String name = cookie.replaceAll("=.*", "");
      if (attribute(cookie, "Max-Age").equals("0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, cookie);
      }
    }

    private static String attribute(String cookie, String name) {
      return Stream.of(cookie.split("; *"))
          .filter(one -> one.startsWith(name + "="))
          .map(one -> one.substring(name.length() + 1))
          .findFirst()
          .orElse("");
    }

    private HttpResponse<String> get(String path) {
      return send(HttpRequest.newBuilder(nginx.url().resolve(path)));
    }

    /** Where one is led, as a whole address. */
    private URI led(String path) {
      HttpResponse<String> answer = get(path);
      assertTrue(answer.statusCode() / 100 == 3, answer.statusCode() + " for " + path);
      return nginx
          .url()
          .resolve(path)
          .resolve(answer.headers().firstValue("location").orElseThrow());
    }

    /** Goes to the provider and back; where one is led then. */
    private URI travel(String next) {
      Map<String, String> back =
          provider.visit(led(PATH + "/api/oidc/login?next=" + encoded(next)));
      return led(
          PATH
              + "/api/oidc/callback?code="
              + back.get("code")
              + "&state="
              + encoded(back.get("state")));
    }

    private List<String> cookiePaths() {
      return cookies.entrySet().stream()
          .filter(one -> !one.getKey().equals("plenum"))
          .map(one -> one.getKey() + " " + attribute(one.getValue(), "Path"))
          .toList();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String site(String path) {
    return nginx.url().resolve(PATH + path).toString();
  }

  private static String parameter(URI address, String name) {
    return List.of(address.getRawQuery().split("&")).stream()
        .filter(one -> one.startsWith(name + "="))
        .map(one -> URLDecoder.decode(one.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leadsThereAndBackToWhereOneWas() {
    Visitor ada = new Visitor();
    URI door = ada.led(PATH + "/room?id=a%20b");
    assertEquals(site("/login"), door.toString().replaceAll("\\?.*", ""));
    assertEquals(PATH + "/room?id=a%20b", parameter(door, "next"));
    String link = PATH + "/api/oidc/login?next=" + encoded(PATH + "/room?id=a%20b");
    assertTrue(ada.get(door.getRawPath() + "?" + door.getRawQuery()).body().contains(link), link);

    URI there = ada.led(link);
    assertEquals(site("/api/oidc/callback"), parameter(there, "redirect_uri"));
    assertEquals(site("/room?id=a%20b"), ada.travel(PATH + "/room?id=a%20b").toString());
    assertEquals(200, ada.get(PATH + "/api/me").statusCode());
    assertEquals(List.of("plenum-device /plenum/", "plenum-login /plenum/"), ada.cookiePaths());
    assertTrue(ada.cookies.values().stream().allMatch(one -> one.endsWith("; Secure")));
  }

  @Test
  void leadsToNothingElseOfTheHost() {
    assertEquals(site("/rooms"), new Visitor().travel("/wiki").toString());
    assertEquals(site("/rooms"), new Visitor().travel(PATH + "/../wiki").toString());
    assertEquals(site("/rooms"), new Visitor().travel(PATH + "wiki").toString());
  }

  @Test
  void tellsOnItsOwnPageWhoWasNotLetIn() {
    assertEquals(
        site("/login?refused=login-failed"),
        new Visitor().led(PATH + "/api/oidc/callback?error=access_denied&state=x").toString());
  }

  @Test
  void logsOutAtBothEnds() {
    Visitor ada = new Visitor();
    ada.travel(PATH + "/rooms");
    HttpResponse<String> out =
        ada.send(HttpRequest.newBuilder(URI.create(site("/api/login"))).DELETE());
    assertEquals(200, out.statusCode(), out.body());
    URI next;
    try (var reader = Json.createReader(new StringReader(out.body()))) {
      next = URI.create(reader.readObject().getString("next"));
    }
    assertTrue(next.toString().startsWith(provider.issuer() + "/logout?"), next.toString());
    assertEquals(site("/login"), parameter(next, "post_logout_redirect_uri"));
    assertEquals(401, ada.get(PATH + "/api/me").statusCode());

    ada.travel(PATH + "/rooms");
    assertEquals(200, ada.get(PATH + "/api/me").statusCode());
    HttpResponse<String> told =
        new Visitor()
            .send(
                HttpRequest.newBuilder(URI.create(site("/api/oidc/back-channel")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "logout_token=" + provider.logoutToken(Map.of()))));
    assertEquals(200, told.statusCode(), told.body());
    assertEquals(401, ada.get(PATH + "/api/me").statusCode());
  }
}
