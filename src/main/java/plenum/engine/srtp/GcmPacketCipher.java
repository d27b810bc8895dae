package plenum.engine.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AEAD_AES_128_GCM (RFC 7714). */
final class GcmPacketCipher implements PacketCipher {

  private static final int TAG = 16;
  private static final int INDEX_WORD = 4;

  private final Key rtp;
  private final Key rtcp;
  private final byte[] indexWord = new byte[INDEX_WORD];

  GcmPacketCipher(SessionKeys rtp, SessionKeys rtcp) {
    this.rtp = new Key(rtp);
    this.rtcp = new Key(rtcp);
  }

  @Override
  public int sealRtp(byte[] in, int off, int len, int header, long index, byte[] out, int outOff) {
    try {
      System.arraycopy(in, off, out, outOff, header);
      Cipher cipher = rtp.encrypting(Bytes.int32(in, off + 8), index);
      cipher.updateAAD(in, off, header);
      return header + cipher.doFinal(in, off + header, len - header, out, outOff + header);
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int openRtp(byte[] b, int off, int len, int header, long index) {
    try {
      Cipher cipher = rtp.decrypting(Bytes.int32(b, off + 8), index);
      cipher.updateAAD(b, off, header);
      return header + cipher.doFinal(b, off + header, len - header, b, off + header);
    } catch (AEADBadTagException e) {
      return SrtpReceiver.NOT_AUTHENTIC;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int sealRtcp(byte[] in, int off, int len, int index, byte[] out, int outOff) {
    try {
      System.arraycopy(in, off, out, outOff, RTCP_HEADER_LENGTH);
      Bytes.putInt32(indexWord, 0, index | ENCRYPTED);
      Cipher cipher = rtcp.encrypting(Bytes.int32(in, off + 4), index);
      cipher.updateAAD(in, off, RTCP_HEADER_LENGTH);
      cipher.updateAAD(indexWord);
      int sealed = RTCP_HEADER_LENGTH;
      sealed += cipher.doFinal(in, off + sealed, len - sealed, out, outOff + sealed);
      Bytes.putInt32(out, outOff + sealed, index | ENCRYPTED);
      return sealed + INDEX_WORD;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int openRtcp(byte[] b, int off, int len) {
    int word = Bytes.int32(b, off + indexWordPosition(len));
    int end = len - INDEX_WORD;
    // Without encryption all but the tag is associated data (RFC 7714 9.3).
    int clear = (word & ENCRYPTED) != 0 ? RTCP_HEADER_LENGTH : end - TAG;
    try {
      Bytes.putInt32(indexWord, 0, word);
      Cipher cipher = rtcp.decrypting(Bytes.int32(b, off + 4), word & ~ENCRYPTED);
      cipher.updateAAD(b, off, clear);
      cipher.updateAAD(indexWord);
      return clear + cipher.doFinal(b, off + clear, end - clear, b, off + clear);
    } catch (AEADBadTagException e) {
      return SrtpReceiver.NOT_AUTHENTIC;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int indexWordPosition(int len) {
    return len - INDEX_WORD;
  }

  /** One key with its cipher, made ready for a packet by {@code (0 || SSRC || index) XOR salt}. */
  private static final class Key {

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] iv = new byte[12];
    private int lastSsrc;
    private long lastIndex = -1;

    Key(SessionKeys keys) {
      try {
        cipher = Ciphers.named("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw Ciphers.impossible(e);
      }
      key = new SecretKeySpec(keys.encryption, "AES");
      salt = keys.salt;
    }

    Cipher encrypting(int ssrc, long index) throws GeneralSecurityException {
      if (index == lastIndex && ssrc == lastSsrc) {
        // The JDK refuses the IV it used last, even to say the same thing again, which is what a
        // retransmission does. Another IV in between, never used to encrypt, makes it forget.
        init(Cipher.ENCRYPT_MODE, ~ssrc, ~index);
      }
      lastIndex = index;
      lastSsrc = ssrc;
      return init(Cipher.ENCRYPT_MODE, ssrc, index);
    }

    Cipher decrypting(int ssrc, long index) throws GeneralSecurityException {
      return init(Cipher.DECRYPT_MODE, ssrc, index);
    }

    private Cipher init(int mode, int ssrc, long index) throws GeneralSecurityException {
      iv[0] = salt[0];
      iv[1] = salt[1];
      Bytes.putInt32(iv, 2, Bytes.int32(salt, 2) ^ ssrc);
      iv[6] = (byte) (salt[6] ^ (index >> 40));
      iv[7] = (byte) (salt[7] ^ (index >> 32));
      Bytes.putInt32(iv, 8, Bytes.int32(salt, 8) ^ (int) index);
      cipher.init(mode, key, new GCMParameterSpec(8 * TAG, iv));
      return cipher;
    }
  }
}
