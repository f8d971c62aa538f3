package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What happens when somebody calls a number (F2).
 *
 * @param userId whose phones ring, or whose voicemail box answers; null for the company's box
 * @param number where calls are forwarded to
 */
public record Destination(Type type, @Nullable UserId userId, @Nullable E164 number) {

  /** Kinds of destinations. */
  public enum Type {
    /** The phones of a user ring. */
    USER,
    /** The greeting of the company. */
    GREETING,
    /** A voicemail box: a user's, or the company's. */
    VOICEMAIL,
    /** One number outside the company; who answers presses 1 (F5). */
    FORWARD
  }

  public Destination {
    if ((type == Type.USER && userId == null)
        || (type == Type.GREETING && userId != null)
        || (type == Type.FORWARD && userId != null)
        || (type == Type.FORWARD) != (number != null)) {
      throw new IllegalArgumentException("not a destination: " + type);
    }
  }

  /** The user's phones ring. */
  public static Destination user(UserId userId) {
    return new Destination(Type.USER, userId, null);
  }

  /** The company's greeting answers. */
  public static Destination greeting() {
    return new Destination(Type.GREETING, null, null);
  }

  /** A user's voicemail box answers, or with null the company's. */
  public static Destination voicemail(@Nullable UserId userId) {
    return new Destination(Type.VOICEMAIL, userId, null);
  }

  /** Calls go on to this number. */
  public static Destination forward(E164 number) {
    return new Destination(Type.FORWARD, null, number);
  }
}
