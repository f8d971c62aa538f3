package dev.switchboard.billing.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.Admins;
import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackRecipientsTest extends BillingTest {
  private Account account = newAccount(0);
  private Admins admins = new Admins(topics, account);

  @BeforeEach
  void signUp() {
    account = signUp(0, "BASIC");
    admins = new Admins(topics, account);
  }

  @Test
  @DisplayName("J1 an admin's address is known from his sign-up on, with language and time zone")
  void signedUp() {
    awaitTaken(admins.tell("user.signed-up", account.admin(), 1, "ADMIN", "ACTIVE"));

    assertThat(row(account.admin()))
        .containsEntry("account_id", account.id())
        .containsEntry("first_name", "Ada")
        .containsEntry("last_name", "Łukasik")
        .containsEntry("email", Admins.email(account.admin()))
        .containsEntry("language", "fr")
        .containsEntry("time_zone", "America/New_York");
  }

  @ParameterizedTest
  @DisplayName("J1 of whoever is no active admin only the name is kept")
  @CsvSource({
    "user.changed, USER, ACTIVE",
    "user.role-changed, USER, ACTIVE",
    "user.suspended, ADMIN, SUSPENDED",
    "user.deleted, ADMIN, DELETED"
  })
  void onlyTheName(String type, String role, String state) {
    admins.tell("user.signed-up", account.admin(), 1, "ADMIN", "ACTIVE");
    awaitTaken(admins.tell(type, account.admin(), 2, role, state));

    assertThat(row(account.admin()))
        .containsEntry("first_name", "Ada")
        .containsEntry("email", null)
        .containsEntry("language", null)
        .containsEntry("time_zone", null);
  }

  @ParameterizedTest
  @DisplayName("J1 who is an active admin again is written to again")
  @CsvSource({
    "user.role-changed, USER, ACTIVE, user.role-changed",
    "user.suspended, ADMIN, SUSPENDED, user.reactivated",
    "user.deleted, ADMIN, DELETED, user.restored"
  })
  void again(String away, String role, String state, String back) {
    admins.tell("user.signed-up", account.admin(), 1, "ADMIN", "ACTIVE");
    admins.tell(away, account.admin(), 2, role, state);
    awaitTaken(admins.tell(back, account.admin(), 3, "ADMIN", "ACTIVE"));

    assertThat(row(account.admin())).containsEntry("email", Admins.email(account.admin()));
  }

  @Test
  @DisplayName("D6 of whom is erased nothing is kept but who it was")
  void erased() {
    admins.tell("user.signed-up", account.admin(), 1, "ADMIN", "ACTIVE");
    admins.tell("user.deleted", account.admin(), 2, "ADMIN", "DELETED");
    awaitTaken(admins.tell("user.erased", account.admin(), 3, "ADMIN", "DELETED"));

    assertThat(row(account.admin()))
        .containsEntry("first_name", null)
        .containsEntry("last_name", null)
        .containsEntry("email", null)
        .containsEntry("version", 3L);
  }

  @Test
  @DisplayName("C5 the name of whose invitation was withdrawn is forgotten")
  void withdrawn() {
    UUID user = Ids.next();
    awaitTaken(invite(account, user, "PRO", null, true));
    assertThat(row(user)).containsEntry("first_name", "José").containsEntry("email", null);

    awaitTaken(withdraw(account, user, "PRO"));

    assertThat(row(user)).containsEntry("first_name", null).containsEntry("last_name", null);
  }

  @Test
  @DisplayName("J1 an event that comes twice or late changes nothing; erased stays erased")
  void twiceAndLate() {
    UUID event = Ids.next();
    admins.tell("user.deleted", account.admin(), 4, "ADMIN", "DELETED");
    admins.tell("user.erased", account.admin(), 5, "ADMIN", "DELETED", event);
    admins.tell("user.erased", account.admin(), 5, "ADMIN", "DELETED", event);
    admins.tell("user.restored", account.admin(), 3, "ADMIN", "ACTIVE");
    awaitTaken(admins.tell("user.erased", account.admin(), 5, "ADMIN", "DELETED"));

    assertThat(row(account.admin()))
        .containsEntry("version", 5L)
        .containsEntry("first_name", null)
        .containsEntry("email", null);
  }

  @Test
  @DisplayName("K1 an event for another account than its own is a dead letter and known to nobody")
  void foreign() {
    Account other = newAccount(0);
    Map<String, Object> data = user(other, account.admin(), "ACTIVE", "PRO", null, false);
    topics.send(
        "user.users.v1", account.admin().toString(), "user.joined", account.id(), data, Ids.next());

    topics.await("user.users.v1.billing-service.dlt", account.admin().toString(), event -> true);

    assertThat(
            database()
                .sql("select user_id from recipient where user_id = ?")
                .param(account.admin())
                .query(UUID.class)
                .list())
        .isEmpty();
  }

  @Test
  @DisplayName("A1 the company's name is known from the sign-up, once")
  void company() {
    awaitTaken(tell(account, "BASIC"));

    assertThat(
            database()
                .sql("select name from company where account_id = ?")
                .param(account.id())
                .query(String.class)
                .list())
        .isEqualTo(List.of("Harbor Light Books"));
  }

  private Map<String, Object> row(UUID user) {
    return database()
        .sql("select * from recipient where user_id = ?")
        .param(user)
        .query()
        .singleRow();
  }
}
