package dev.switchboard.platform.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused a change, as events tell it.
 *
 * @param type what kind of actor
 * @param userId the user, or the operator's employee, when a person of the platform did it
 */
public record Actor(Type type, @Nullable UUID userId) {

  /** Kinds of actors. */
  public enum Type {
    /** A signed-in person. */
    USER,
    /** A rule of the platform, without a person. */
    SYSTEM,
    /** Somebody who holds a link from a mail. */
    LINK,
    /** An employee of the operator. */
    SUPPORT
  }

  /** The signed-in person with this id. */
  public static Actor user(UUID userId) {
    return new Actor(Type.USER, userId);
  }

  /** A rule of the platform. */
  public static Actor system() {
    return new Actor(Type.SYSTEM, null);
  }

  /** The employee of the operator with this id. */
  public static Actor support(UUID employeeId) {
    return new Actor(Type.SUPPORT, employeeId);
  }

  /** The person who followed a link that was mailed to this user. */
  public static Actor link(UUID userId) {
    return new Actor(Type.LINK, userId);
  }
}
