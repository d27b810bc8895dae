package plenum.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Tells Java's TLS which certificate to show: another one from one handshake to the next, while
 * those that are done go on.
 */
final class ShownCertificate extends X509ExtendedKeyManager {

  /** Handshakes that began before a change still ask for the one before. */
  private static final int KEPT = 3;

  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, ServerCertificate> byAlias = new ConcurrentHashMap<>();
  private volatile String alias = "";

  /** A context that shows it. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {this}, null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has TLS", impossible);
    }
  }

  void show(ServerCertificate certificate) {
    int next = number.incrementAndGet();
    byAlias.put(name(next), certificate);
    alias = name(next);
    byAlias.remove(name(next - KEPT));
  }

  private static String name(int number) {
    return "plenum-" + number;
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    return chosen(keyType);
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return chosen(keyType);
  }

  /** By Java's interface, null where there is none of that type. */
  private String chosen(String keyType) {
    String now = alias;
    ServerCertificate certificate = byAlias.get(now);
    boolean fits =
        certificate != null && certificate.leaf().getPublicKey().getAlgorithm().equals(keyType);
    return fits ? now : null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String wanted) {
    ServerCertificate certificate = byAlias.get(wanted);
    return certificate == null ? null : certificate.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String wanted) {
    ServerCertificate certificate = byAlias.get(wanted);
    return certificate == null ? null : certificate.key();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    String fitting = chosen(keyType);
    return fitting == null ? new String[0] : List.of(fitting).toArray(String[]::new);
  }

  /** It never asks as a client. */
  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return null;
  }
}
