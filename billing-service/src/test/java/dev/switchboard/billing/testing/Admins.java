package dev.switchboard.billing.testing;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays user-service when it tells of the admins of an account. */
public final class Admins {
  private static final String WHEN = "2026-11-20T09:15:00Z";

  private final TestTopics topics;
  private final BillingTest.Account account;

  public Admins(TestTopics topics, BillingTest.Account account) {
    this.topics = topics;
    this.account = account;
  }

  /** Where this admin is written to. */
  public static String email(UUID user) {
    return user + "@admins.example";
  }

  /** The sign-up of the account's first admin. */
  public UUID signUp() {
    return tell("user.signed-up", account.admin(), 1, "ADMIN", "ACTIVE");
  }

  /** An event about somebody; returns its id. */
  public UUID tell(String type, UUID user, long version, String role, String state) {
    UUID event = Ids.next();
    tell(type, user, version, role, state, event);
    return event;
  }

  /** The event with this id. */
  public void tell(String type, UUID user, long version, String role, String state, UUID event) {
    Map<String, Object> data = BillingTest.user(account, user, state, "PRO", null, false);
    data.put("version", version);
    data.put("role", role);
    data.put("firstName", "Ada");
    data.put("lastName", "Łukasik");
    data.put("email", email(user));
    data.put("language", "fr");
    if (state.equals("DELETED")) {
      data.put(
          "deletion",
          Map.of(
              "deletedAt",
              WHEN,
              "restorableUntil",
              WHEN,
              "messagesTo",
              Map.of("type", "COMPANY_INBOX"),
              "numbersTo",
              Map.of("type", "UNASSIGNED"),
              "keepSlot",
              true));
    }
    if (type.equals("user.erased")) {
      data.put("erasedAt", WHEN);
      data.put("firstName", "Deleted");
      data.put("lastName", "user");
      data.put("email", user + "@erased.invalid");
      data.put("changed", List.of("firstName", "lastName", "email", "erasedAt"));
    }
    topics.send("user.users.v1", user.toString(), type, account.id(), data, event);
  }
}
