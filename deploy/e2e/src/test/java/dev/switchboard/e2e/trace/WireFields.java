package dev.switchboard.e2e.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fields of one message in the wire format of Protocol Buffers, without its schema. */
final class WireFields {
  private record Field(int number, long value, byte[] bytes) {}

  private final byte[] message;
  private final List<Field> fields = new ArrayList<>();
  private int at;

  WireFields(byte[] message) {
    this.message = message;
    while (at < message.length) {
      fields.add(next());
    }
  }

  /** All values of a field that holds messages, texts or bytes. */
  Stream<byte[]> all(int number) {
    return fields.stream().filter(field -> field.number() == number).map(Field::bytes);
  }

  Stream<WireFields> messages(int number) {
    return all(number).map(WireFields::new);
  }

  /** The bytes of a field, none when it is not there. */
  byte[] bytes(int number) {
    return all(number).findFirst().orElse(new byte[0]);
  }

  String text(int number) {
    return new String(bytes(number), StandardCharsets.UTF_8);
  }

  /** The number in a field, 0 when it is not there. */
  int number(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .mapToInt(field -> (int) field.value())
        .findFirst()
        .orElse(0);
  }

  private Field next() {
    long tag = varint();
    int number = (int) (tag >>> 3);
    int kind = (int) (tag & 7);
    return switch (kind) {
      case 0 -> new Field(number, varint(), new byte[0]);
      case 1 -> new Field(number, 0, take(8));
      case 2 -> new Field(number, 0, take((int) varint()));
      case 5 -> new Field(number, 0, take(4));
      default -> throw new IllegalArgumentException("no such kind of field: " + kind);
    };
  }

  private byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(message, at, at + length);
    at += length;
    return taken;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = message[at++];
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }
}
