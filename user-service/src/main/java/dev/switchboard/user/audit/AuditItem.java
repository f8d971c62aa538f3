package dev.switchboard.user.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read, with names as they are now.
 *
 * @param details text by name
 * @param ipAddress null: no request led to it
 */
public record AuditItem(
    UUID id,
    Instant at,
    Actor actor,
    String action,
    Subject subject,
    Map<String, String> details,
    @Nullable String ipAddress,
    @Nullable String userAgent) {

  /**
   * Who did it.
   *
   * @param type USER, SYSTEM, LINK or SUPPORT
   * @param name null when he has none, is erased, or is one of the operator's people
   */
  public record Actor(String type, @Nullable UUID id, @Nullable String name) {}

  /**
   * To whom or what.
   *
   * @param type kind of thing, such as USER
   * @param name of a user who is not erased
   */
  public record Subject(String type, String id, @Nullable String name) {}
}
