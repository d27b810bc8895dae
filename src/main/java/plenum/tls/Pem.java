package plenum.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a PEM file (RFC 7468), in its order. */
record Pem(List<Block> blocks) {

  /**
   * One part.
   *
   * @param label such as {@code CERTIFICATE}
   * @param legacyEncrypted whether it is encrypted in the way of before PKCS#8
   */
  record Block(String label, byte[] bytes, boolean legacyEncrypted) {}

  private static final String CERTIFICATE = "CERTIFICATE";

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z0-9-]+: .*$");

  Pem {
    blocks = List.copyOf(blocks);
  }

  /**
   * @throws GeneralSecurityException when a part cannot be read
   */
  static Pem of(String text) throws GeneralSecurityException {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      String body = HEADER.matcher(found.group(2)).replaceAll("");
      boolean legacy = found.group(2).contains("Proc-Type: 4,ENCRYPTED");
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(body.strip());
        blocks.add(new Block(found.group(1), bytes, legacy));
      } catch (IllegalArgumentException garbled) {
        throw new GeneralSecurityException("its part \"" + found.group(1) + "\" is garbled");
      }
    }
    return new Pem(blocks);
  }

  List<X509Certificate> certificates() throws CertificateException {
    List<X509Certificate> certificates = new ArrayList<>();
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (Block block : blocks) {
      if (block.label().endsWith(CERTIFICATE)) {
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
      }
    }
    return certificates;
  }

  /** The parts that are private keys. */
  List<Block> keys() {
    return blocks.stream().filter(block -> block.label().endsWith("PRIVATE KEY")).toList();
  }

  /** A key and its chain as one text. */
  static String text(PrivateKey key, List<X509Certificate> chain) throws CertificateException {
    StringBuilder text = new StringBuilder(text("PRIVATE KEY", key.getEncoded()));
    for (X509Certificate certificate : chain) {
      text.append(text(certificate));
    }
    return text.toString();
  }

  static String text(X509Certificate certificate) throws CertificateException {
    return text(CERTIFICATE, certificate.getEncoded());
  }

  private static String text(String label, byte[] bytes) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    String body = Base64.getMimeEncoder(64, newline).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }
}
