package plenum.launch;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * A class file (JVMS 4) without the names and types of local variables, which only a debugger asks
 * for and every JVM keeps in memory. Numbers of lines and names of parameters stay. The build makes
 * it.
 */
final class CompactClass {

  private static final Set<String> LEFT_OUT =
      Set.of("LocalVariableTable", "LocalVariableTypeTable");

  private static final int MAGIC = 0xCAFEBABE;
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  /** Access, name and descriptor of a field or method, each two bytes. */
  private static final int MEMBER_HEAD = 6;

  /** The greatest stack, and how many local variables there are, each two bytes. */
  private static final int CODE_HEAD = 4;

  /** Where an exception is caught. */
  private static final int HANDLER = 8;

  private final ByteBuffer in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Set<Integer> leftOut = new HashSet<>();
  private int code = -1;

  private CompactClass(byte[] file) {
    in = ByteBuffer.wrap(file);
  }

  /** The same class, or the same bytes if they are of none. */
  static byte[] of(byte[] file) throws IOException {
    boolean isClass = file.length > Integer.BYTES && ByteBuffer.wrap(file).getInt() == MAGIC;
    return isClass ? new CompactClass(file).compact() : file;
  }

  private byte[] compact() throws IOException {
    readConstants();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(in.array(), 0, in.position());
    copy(out, MEMBER_HEAD); // Of the class itself: access, name and superclass.
    int interfaces = count(out);
    copy(out, interfaces * Short.BYTES);
    copyMembers(out);
    copyMembers(out);
    copyAttributes(out);
    return bytes.toByteArray();
  }

  private void readConstants() {
    in.position(2 * Integer.BYTES);
    int constants = in.getShort() & 0xFFFF;
    for (int i = 1; i < constants; i++) {
      int tag = in.get();
      if (tag == UTF8) {
        readName(i);
      } else {
        in.position(in.position() + length(tag));
      }
      if (tag == LONG || tag == DOUBLE) {
        i++;
      }
    }
  }

  private void readName(int index) {
    byte[] content = new byte[in.getShort() & 0xFFFF];
    in.get(content);
    String name = new String(content, StandardCharsets.UTF_8);
    if (LEFT_OUT.contains(name)) {
      leftOut.add(index);
    } else if (name.equals("Code")) {
      code = index;
    }
  }

  /** Of a constant without its tag (JVMS 4.4). */
  private static int length(int tag) {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IllegalArgumentException("an unknown constant: " + tag);
    };
  }

  private void copyMembers(DataOutputStream out) throws IOException {
    int members = count(out);
    for (int i = 0; i < members; i++) {
      copy(out, MEMBER_HEAD);
      copyAttributes(out);
    }
  }

  private void copyAttributes(DataOutputStream out) throws IOException {
    int attributes = in.getShort() & 0xFFFF;
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int count = 0;
    for (int i = 0; i < attributes; i++) {
      if (copyAttribute(new DataOutputStream(kept))) {
        count++;
      }
    }
    out.writeShort(count);
    kept.writeTo(out);
  }

  private boolean copyAttribute(DataOutputStream out) throws IOException {
    int name = in.getShort() & 0xFFFF;
    int length = in.getInt();
    if (leftOut.contains(name)) {
      in.position(in.position() + length);
      return false;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (name == code) {
      copyCode(new DataOutputStream(content));
    } else {
      copy(new DataOutputStream(content), length);
    }
    out.writeShort(name);
    out.writeInt(content.size());
    content.writeTo(out);
    return true;
  }

  private void copyCode(DataOutputStream out) throws IOException {
    copy(out, CODE_HEAD);
    int instructions = in.getInt();
    out.writeInt(instructions);
    copy(out, instructions);
    int handlers = count(out);
    copy(out, handlers * HANDLER);
    copyAttributes(out);
  }

  private int count(DataOutputStream out) throws IOException {
    int count = in.getShort() & 0xFFFF;
    out.writeShort(count);
    return count;
  }

  private void copy(DataOutputStream out, int length) throws IOException {
    out.write(in.array(), in.position(), length);
    in.position(in.position() + length);
  }
}
