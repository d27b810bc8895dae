package plenum.media.ticket;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;

/**
 * A ticket's text: base64url of the claims followed by their HMAC-SHA-256. The first byte of the
 * claims is the format's version.
 */
final class TicketSeal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 32;
  private static final int MAX_TEXT = 1024;
  private static final int VERSION = 1;

  private final TicketKeys keys;

  TicketSeal(TicketKeys keys) {
    this.keys = keys;
  }

  String seal(TicketClaims claims) {
    byte[] content = write(claims);
    byte[] mac = mac(keys.keys().get(0), content);
    byte[] whole = Arrays.copyOf(content, content.length + MAC_BYTES);
    System.arraycopy(mac, 0, whole, content.length, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * @throws MediaRefusal {@code TICKET_INVALID} for anything that none of the keys sealed
   */
  TicketClaims open(String text) {
    byte[] whole = decode(text);
    int length = whole.length - MAC_BYTES;
    if (length <= 0) {
      throw invalid();
    }
    byte[] content = Arrays.copyOf(whole, length);
    byte[] mac = Arrays.copyOfRange(whole, length, whole.length);
    if (keys.keys().stream().noneMatch(key -> MessageDigest.isEqual(mac(key, content), mac))) {
      throw invalid();
    }
    return read(content);
  }

  private static byte[] decode(String text) {
    if (text.length() > MAX_TEXT) {
      throw invalid();
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  private static byte[] write(TicketClaims claims) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeByte(claims.action().ordinal());
      out.writeLong(claims.expires().toEpochMilli());
      out.writeLong(claims.nonce());
      out.writeUTF(claims.personId());
      out.writeUTF(claims.stream().app());
      out.writeUTF(claims.stream().name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static TicketClaims read(byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      if (in.readByte() != VERSION) {
        throw invalid();
      }
      StreamAction action = StreamAction.values()[in.readByte()];
      Instant expires = Instant.ofEpochMilli(in.readLong());
      long nonce = in.readLong();
      String personId = in.readUTF();
      StreamId stream = new StreamId(in.readUTF(), in.readUTF());
      return new TicketClaims(personId, stream, action, expires, nonce);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] mac(SecretKey key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  private static MediaRefusal invalid() {
    return new MediaRefusal(MediaRefusal.Reason.TICKET_INVALID, "ticket-invalid");
  }
}
