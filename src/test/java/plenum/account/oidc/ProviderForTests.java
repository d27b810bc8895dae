package plenum.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A provider who lets everybody in, and whose tokens a test makes as it likes. */
public final class ProviderForTests implements AutoCloseable {

  /** Of Plenum here. */
  public static final String CLIENT = "plenum";

  /** By which Plenum proves it. */
  public static final String SECRET = "a secret of the client's";

  /** How it answers badly. */
  enum Fault {
    /** With a status that says so. */
    BROKEN,
    /** A byte now and then, for longer than anybody waits. */
    SLOW,
    /** Much more than there is to say. */
    LONG
  }

  private final int port;
  private final Optional<SSLContext> tls;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private final Map<String, Object> claims = new ConcurrentHashMap<>();
  private final Map<String, String> info = new ConcurrentHashMap<>();
  private final Map<String, Object> access = new ConcurrentHashMap<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, URI> moved = new ConcurrentHashMap<>();
  private final Map<String, Integer> served = new ConcurrentHashMap<>();
  private HttpServer server;
  private JWK key;
  private JWK accessKey;
  private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
  private Duration late = Duration.ZERO;
  private boolean unsigned;
  private boolean secretInTheBody;

  public ProviderForTests() {
    this(0);
  }

  private ProviderForTests(int port) {
    this(port, Optional.empty());
  }

  /** By https, with the certificate of a PKCS#12 file. */
  static ProviderForTests safe(Path keys, String password) {
    return new ProviderForTests(0, Optional.of(context(keys, password)));
  }

  private static SSLContext context(Path keys, String password) {
    try (InputStream file = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, password.toCharArray());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private ProviderForTests(int port, Optional<SSLContext> tls) {
    this.tls = tls;
    rotate();
    server = started(port);
    this.port = server.getAddress().getPort();
    claims.putAll(Map.of("sub", "4711", "preferred_username", "ada", "name", "Ada Lovelace"));
  }

  private HttpServer started(int where) {
    try {
      InetAddress here = InetAddress.getByName("localhost");
      HttpServer fresh =
          tls.isPresent()
              ? HttpsServer.create(new InetSocketAddress(here, where), 0)
              : HttpServer.create(new InetSocketAddress(here, where), 0);
      if (fresh instanceof HttpsServer safe) {
        safe.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
      }
      fresh.createContext("/", this::serve);
      fresh.setExecutor(work -> daemon(work).start());
      fresh.start();
      return fresh;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "provider");
    thread.setDaemon(true);
    return thread;
  }

  public URI issuer() {
    return URI.create((tls.isPresent() ? "https" : "http") + "://localhost:" + port);
  }

  /** What tokens say of the person from now on. */
  public void say(String claim, Object value) {
    claims.put(claim, value);
  }

  /** Its access tokens are signed ones from now on, which say this. */
  void sayInAccessTokens(Map<String, Object> said) {
    access.putAll(said);
  }

  /** Tells this of the person when it is asked, besides what tokens say. */
  void sayWhenAsked(Map<String, String> said) {
    info.putAll(said);
  }

  /** Signs with another key from now on, which it shows. */
  void rotate() {
    key = anotherKey();
    accessKey = key;
  }

  /** Signs access tokens alone with another key from now on, which it shows too. */
  void rotateForAccessTokens() {
    accessKey = anotherKey();
  }

  private static JWK anotherKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("key " + UUID.randomUUID()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same, by an elliptic curve (ES256), and by nothing else. */
  void changeAlgorithm() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("curve " + Instant.now()).generate();
      accessKey = key;
      algorithm = JWSAlgorithm.ES256;
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its clock is late by so much. */
  void late(Duration by) {
    late = by;
  }

  /** Signs nothing any more. */
  void unsigned() {
    unsigned = true;
  }

  /** Takes the client's secret in the body alone, whatever its discovery says. */
  void takeTheSecretInTheBody() {
    secretInTheBody = true;
  }

  /** Answers so there from now on; with nothing, as it should. */
  void fault(String path, Optional<Fault> fault) {
    fault.ifPresentOrElse(one -> faults.put(path, one), () -> faults.remove(path));
  }

  /** Leads whoever asks there to another address, by the same method. */
  void move(String path, URI to) {
    moved.put(path, to);
  }

  /** How often it was asked there. */
  int served(String path) {
    return served.getOrDefault(path, 0);
  }

  void stop() {
    server.stop(0);
  }

  void startAgain() {
    server = started(port);
  }

  /** What a browser that is sent there comes back with. */
  public Map<String, String> visit(URI address) {
    Map<String, String> query = query(address.getRawQuery());
    String code = "code-" + asked.size();
    asked.put(code, query);
    return Map.of("code", code, "state", query.get("state"));
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    served.merge(path, 1, Integer::sum);
    if (moved.containsKey(path)) {
      exchange.getResponseHeaders().set("Location", moved.get(path).toString());
      exchange.sendResponseHeaders(307, -1);
      exchange.close();
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String answer =
        switch (path.replaceFirst("^/moved", "")) {
          case "/.well-known/openid-configuration" -> configuration();
          case "/keys" -> keys();
          case "/info" -> info();
          case "/token" -> token(query(body), exchange);
          default -> "";
        };
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (faults.containsKey(path)) {
      fail(exchange, faults.get(path));
      return;
    }
    exchange.sendResponseHeaders(answer.contains("\"error\"") ? 400 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void fail(HttpExchange exchange, Fault fault) {
    byte[] some = new byte[fault == Fault.LONG ? 1_000_000 : 1];
    Arrays.fill(some, (byte) ' ');
    try (exchange) {
      exchange.sendResponseHeaders(fault == Fault.BROKEN ? 500 : 200, 0);
      for (int i = 0; i < 20 && fault != Fault.BROKEN; i++) {
        exchange.getResponseBody().write(some);
        exchange.getResponseBody().flush();
        Thread.sleep(fault == Fault.SLOW ? 500 : 0);
      }
    } catch (IOException left) {
      // Whoever asked has heard enough.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private String info() {
    return info.entrySet().stream()
        .map(one -> "\"%s\":\"%s\"".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String keys() {
    return new JWKSet(Stream.of(key, accessKey).distinct().map(JWK::toPublicJWK).toList())
        .toString();
  }

  private String configuration() {
    String more = info.isEmpty() ? "" : "\"userinfo_endpoint\":\"" + issuer() + "/info\",";
    return """
    {%2$s"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout","subject_types_supported":["public"],
     "response_types_supported":["code"],"id_token_signing_alg_values_supported":["%3$s","none"]}
    """
        .formatted(issuer(), more, algorithm);
  }

  /** As a provider does that demands the secret and PKCE, and takes a code once. */
  private String token(Map<String, String> form, HttpExchange exchange) {
    Map<String, String> begun = asked.remove(form.getOrDefault("code", ""));
    if (!isProved(form, exchange)) {
      return "{\"error\":\"invalid_client\"}";
    }
    boolean known =
        begun != null
            && begun.get("redirect_uri").equals(form.get("redirect_uri"))
            && begun
                .get("code_challenge")
                .equals(
                    CodeChallenge.compute(
                            CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")))
                        .getValue());
    return known
        ? """
        {"access_token":"%s","token_type":"Bearer","expires_in":60,"id_token":"%s"}
        """
            .formatted(accessToken(), idToken(begun.get("nonce")))
        : "{\"error\":\"invalid_grant\"}";
  }

  private boolean isProved(Map<String, String> form, HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return secretInTheBody
        ? SECRET.equals(form.get("client_secret")) && header == null
        : String.valueOf(header).startsWith("Basic ") && !form.containsKey("client_secret");
  }

  private String accessToken() {
    if (access.isEmpty()) {
      return "x";
    }
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject(String.valueOf(claims.get("sub")))
            .expirationTime(Date.from(Instant.now().minus(late).plusSeconds(10)));
    access.forEach(set::claim);
    return signed(set.build(), accessKey);
  }

  private String idToken(String nonce) {
    Instant now = Instant.now().minus(late);
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(10)))
            .claim("nonce", nonce);
    claims.forEach(set::claim);
    return signed(set.build(), key);
  }

  /** By which it says that logins are over; a claim that is {@code null} is left out. */
  public String logoutToken(Map<String, Object> changes) {
    Instant now = Instant.now().minus(late);
    Map<String, Object> all = new HashMap<>();
    all.put("iss", issuer().toString());
    all.put("aud", CLIENT);
    all.put("iat", now.getEpochSecond());
    all.put("exp", now.plusSeconds(120).getEpochSecond());
    all.put("jti", UUID.randomUUID().toString());
    all.put("sub", "4711");
    all.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    all.putAll(changes);
    try {
      return signed(JWTClaimsSet.parse(all), key);
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String signed(JWTClaimsSet set, JWK by) {
    if (unsigned) {
      return new PlainJWT(set).serialize();
    }
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(by.getKeyID()).build(), set);
      token.sign(by instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(by.toECKey()));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    Stream.of(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair ->
                query.put(
                    pair[0],
                    URLDecoder.decode(pair.length == 2 ? pair[1] : "", StandardCharsets.UTF_8)));
    return query;
  }

  @Override
  public void close() {
    stop();
  }
}
