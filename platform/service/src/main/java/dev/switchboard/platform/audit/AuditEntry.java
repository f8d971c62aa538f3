package dev.switchboard.platform.audit;

import dev.switchboard.platform.event.Actor;
import java.util.Map;
import java.util.UUID;

/**
 * One act for the audit log. It names people by id only, so that nothing has to be taken out of the
 * log when somebody's data are erased.
 *
 * @param accountId whose log it is
 * @param actor who did it
 * @param action what, as {@code <noun>.<what-was-done>}, such as {@code user.suspended}
 * @param subjectType kind of what it was done to, such as {@code USER}
 * @param subjectId its id
 * @param details what else tells about it; neither names nor secrets
 */
public record AuditEntry(
    UUID accountId,
    Actor actor,
    String action,
    String subjectType,
    String subjectId,
    Map<String, String> details) {

  /** Something was done to a user. */
  public static AuditEntry ofUser(UUID accountId, Actor actor, String action, UUID userId) {
    return new AuditEntry(accountId, actor, action, "USER", userId.toString(), Map.of());
  }

  /** The same entry, telling more. */
  public AuditEntry with(Map<String, String> moreDetails) {
    return new AuditEntry(
        accountId, actor, action, subjectType, subjectId, Map.copyOf(moreDetails));
  }
}
