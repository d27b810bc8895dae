package plenum.engine.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES_CM_128_HMAC_SHA1_80 (RFC 3711 4.1.1, 4.2.1). */
final class CounterPacketCipher implements PacketCipher {

  private static final int TAG = 10;
  private static final int INDEX_WORD = 4;

  private final Key rtp;
  private final Key rtcp;

  CounterPacketCipher(SessionKeys rtp, SessionKeys rtcp) {
    this.rtp = new Key(rtp);
    this.rtcp = new Key(rtcp);
  }

  @Override
  public int sealRtp(byte[] in, int off, int len, int header, long index, byte[] out, int outOff) {
    try {
      System.arraycopy(in, off, out, outOff, header);
      rtp.crypt(
          Bytes.int32(in, off + 8), index, in, off + header, len - header, out, outOff + header);
      byte[] tag = rtp.rtpTag(out, outOff, len, index);
      System.arraycopy(tag, 0, out, outOff + len, TAG);
      return len + TAG;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int openRtp(byte[] b, int off, int len, int header, long index) {
    try {
      int plain = len - TAG;
      if (!sameTag(rtp.rtpTag(b, off, plain, index), b, off + plain)) {
        return SrtpReceiver.NOT_AUTHENTIC;
      }
      rtp.crypt(Bytes.int32(b, off + 8), index, b, off + header, plain - header, b, off + header);
      return plain;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int sealRtcp(byte[] in, int off, int len, int index, byte[] out, int outOff) {
    try {
      int from = RTCP_HEADER_LENGTH;
      System.arraycopy(in, off, out, outOff, from);
      rtcp.crypt(Bytes.int32(in, off + 4), index, in, off + from, len - from, out, outOff + from);
      Bytes.putInt32(out, outOff + len, index | ENCRYPTED);
      byte[] tag = rtcp.tag(out, outOff, len + INDEX_WORD);
      System.arraycopy(tag, 0, out, outOff + len + INDEX_WORD, TAG);
      return len + INDEX_WORD + TAG;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int openRtcp(byte[] b, int off, int len) {
    try {
      int plain = indexWordPosition(len);
      if (!sameTag(rtcp.tag(b, off, plain + INDEX_WORD), b, off + plain + INDEX_WORD)) {
        return SrtpReceiver.NOT_AUTHENTIC;
      }
      int word = Bytes.int32(b, off + plain);
      if ((word & ENCRYPTED) != 0) {
        int from = off + RTCP_HEADER_LENGTH;
        int index = word & ~ENCRYPTED;
        rtcp.crypt(Bytes.int32(b, off + 4), index, b, from, plain - RTCP_HEADER_LENGTH, b, from);
      }
      return plain;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  @Override
  public int indexWordPosition(int len) {
    return len - TAG - INDEX_WORD;
  }

  /** In a time that does not tell where the tags differ. */
  private static boolean sameTag(byte[] tag, byte[] b, int at) {
    int difference = 0;
    for (int i = 0; i < TAG; i++) {
      difference |= tag[i] ^ b[at + i];
    }
    return difference == 0;
  }

  private static final class Key {

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] iv = new byte[16];
    private final Mac mac;
    private final byte[] tag = new byte[20];
    private final byte[] rolloverCounter = new byte[4];

    Key(SessionKeys keys) {
      key = new SecretKeySpec(keys.encryption, "AES");
      salt = keys.salt;
      try {
        cipher = Ciphers.named("AES/CTR/NoPadding");
        mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys.authentication, "HmacSHA1"));
      } catch (GeneralSecurityException e) {
        throw Ciphers.impossible(e);
      }
    }

    /** Encrypts or decrypts, which is the same: IV = salt * 2^16 XOR SSRC * 2^64 XOR i * 2^16. */
    void crypt(int ssrc, long index, byte[] in, int off, int len, byte[] out, int outOff)
        throws GeneralSecurityException {
      System.arraycopy(salt, 0, iv, 0, salt.length);
      Bytes.putInt32(iv, 4, Bytes.int32(iv, 4) ^ ssrc);
      Bytes.putInt32(iv, 8, Bytes.int32(iv, 8) ^ (int) (index >> 16));
      iv[12] ^= (byte) (index >> 8);
      iv[13] ^= (byte) index;
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
      cipher.doFinal(in, off, len, out, outOff);
    }

    byte[] rtpTag(byte[] b, int off, int len, long index) throws GeneralSecurityException {
      Bytes.putInt32(rolloverCounter, 0, (int) (index >> 16));
      mac.update(b, off, len);
      mac.update(rolloverCounter);
      mac.doFinal(tag, 0);
      return tag;
    }

    byte[] tag(byte[] b, int off, int len) throws GeneralSecurityException {
      mac.update(b, off, len);
      mac.doFinal(tag, 0);
      return tag;
    }
  }
}
