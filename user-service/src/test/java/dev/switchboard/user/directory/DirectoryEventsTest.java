package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import dev.switchboard.user.user.Change;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.SeatRequest;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** B2, K2: the row of a user follows the events of other services, twice, late or early. */
class DirectoryEventsTest extends UserServiceTest {
  private static final String LINES = "numbering.lines.v1";
  private static final String SEATS = "billing.seats.v1";
  private static final String MAILS = "notification.mails.v1";
  private static final String DIRECTORY = "user.directory.v1";
  @Autowired private Users users;
  @Autowired private TransactionOperations transaction;
  private Company company;
  private UUID userId;

  @BeforeEach
  void invite() {
    company = companies.signUp(2, 1, 0);
    userId = company.invited(Company.newEmail("row"), "BASIC");
  }

  @Test
  @DisplayName("K1 a line twice, as the same event or a new one, changes the row once")
  void lineTwice() {
    UUID event = tell(LINES, "line.opened", company.line(userId, "102", 1));
    topics.send(
        LINES,
        userId.toString(),
        "line.opened",
        company.accountId(),
        company.line(userId, "102", 1),
        event);
    tell(LINES, "line.opened", company.line(userId, "999", 1));

    assertThat(company.row(userId).path("extension").asString()).isEqualTo("102");
    assertThat(rowVersion()).isEqualTo(2);
  }

  @Test
  @DisplayName("K1 a line that comes late does not undo a newer one, nor reopen a closed one")
  void lineLate() {
    tell(LINES, "line.opened", company.line(userId, "103", 2));
    tell(LINES, "line.opened", company.line(userId, "102", 1));
    assertThat(company.row(userId).path("extension").asString()).isEqualTo("103");

    Map<String, Object> closed = new HashMap<>(company.line(userId, "103", 4));
    closed.put("state", "CLOSED");
    closed.put("directNumbers", List.of());
    closed.remove("extension");
    closed.remove("bridgeId");
    tell(LINES, "line.closed", closed);
    tell(LINES, "line.opened", company.line(userId, "103", 3));

    JsonNode row = company.row(userId);
    assertThat(row.path("extension").isNull()).isTrue();
    assertThat(row.path("bridgeId").isNull()).isTrue();
    assertThat(row.path("directNumbers").size()).isZero();
  }

  @Test
  @DisplayName("K1 a seat twice and late: one invitation, one mail, the newest plan")
  void seatTwiceAndLate() {
    UUID event = tell(SEATS, "seat.occupied", company.seat(userId, "PLUS", 2));
    topics.send(
        SEATS,
        userId.toString(),
        "seat.occupied",
        company.accountId(),
        company.seat(userId, "PLUS", 2),
        event);
    tell(SEATS, "seat.occupied", company.seat(userId, "PLUS", 2));
    tell(SEATS, "seat.occupied", company.seat(userId, "BASIC", 1));

    assertThat(company.row(userId).path("plan").asString()).isEqualTo("PLUS");
    linkSecret(userId, 1);
    assertThat(
            database()
                .sql("select count(*) from invitation where user_id = ?")
                .param(userId)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    tell(SEATS, "seat.vacated", seat("VACATED", 3));
    assertThat(company.row(userId).path("plan").isNull()).isTrue();
    assertThat(topics.all("notification.commands.v1", userId.toString())).hasSize(1);
  }

  @Test
  @DisplayName("K1 line and seat that come before their user wait unseen and are in his row then")
  void beforeTheUser() {
    UUID early = Ids.next();
    deliver(LINES, early, "line.opened", company.accountId(), company.line(early, "107", 1));
    deliver(SEATS, early, "seat.occupied", company.accountId(), company.seat(early, "PRO", 1));

    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
    assertThat(get("/api/v1/users/" + early, company.asAdmin()).getStatus()).isEqualTo(404);
    assertThat(RawTopics.of(DIRECTORY, early.toString())).isEmpty();
    assertThat(
            database()
                .sql("select extension || ' ' || plan from directory where user_id = ?")
                .param(early)
                .query(String.class)
                .single())
        .isEqualTo("107 PRO");

    Tenancy.as(company.accountId(), () -> transaction.execute(status -> users.save(person(early))));

    assertThat(company.row(early).path("extension").asString()).isEqualTo("107");
    assertThat(company.row(early).path("plan").asString()).isEqualTo("PRO");
  }

  private Change<User> person(UUID id) {
    return User.invite(
        new UserId(id),
        new AccountId(company.accountId()),
        new User.Profile(
            "Late", "Comer", new Email(Company.newEmail("late")), "en", "America/New_York"),
        new SeatRequest(Plan.PRO, null, true),
        new UserId(company.adminId()),
        clock.instant());
  }

  @Test
  @DisplayName("I14 a line that names a user of another account leaves his row as it is")
  void foreignUser() {
    Company other = companies.signUp(1, 0, 0);
    deliver(LINES, userId, "line.opened", other.accountId(), other.line(userId, "666", 9));

    assertThat(company.row(userId).path("extension").isNull()).isTrue();
    assertThat(other.list("").path("total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName(
      "B2 the row of who has not joined tells whether the invite mail is queued, sent or failed")
  @CsvSource({"mail.queued,QUEUED", "mail.sent,SENT", "mail.failed,FAILED"})
  void mailState(String type, String state) {
    UUID mailId = mailed();
    tell(MAILS, type, mail(mailId, state, 3));

    JsonNode invitation = company.row(userId).path("invitation");
    assertThat(company.row(userId).path("state").asString()).isEqualTo("INVITED");
    assertThat(invitation.path("state").asString()).isEqualTo("PENDING");
    assertThat(invitation.path("delivery").asString()).isEqualTo(state);
  }

  @Test
  @DisplayName("B2 mail events twice and late change nothing; those of an older mail are nobody's")
  void mailTwiceAndLate() {
    UUID first = mailed();
    tell(MAILS, "mail.sent", mail(first, "SENT", 2));
    tell(MAILS, "mail.queued", mail(first, "QUEUED", 1));
    tell(MAILS, "mail.failed", mail(first, "FAILED", 2));
    assertThat(delivery()).isEqualTo("SENT");

    clock.advance(java.time.Duration.ofSeconds(61));
    post("/api/v1/users/" + userId + "/invitations", Map.of(), company.asAdmin());
    assertThat(delivery()).isEqualTo("QUEUED");
    tell(MAILS, "mail.failed", mail(first, "FAILED", 9));
    assertThat(delivery()).isEqualTo("QUEUED");
  }

  @Test
  @DisplayName(
      "K2 the compacted topic ends on the whole of a user, and on a tombstone for who is withdrawn")
  void directoryTopic() {
    tell(LINES, "line.opened", company.line(userId, "102", 1));
    tell(SEATS, "seat.occupied", company.seat(userId, "BASIC", 1));
    await("the row on the topic", () -> rowVersionsTold().equals(List.of(1, 2, 3)));
    JsonNode row = topics.all(DIRECTORY, userId.toString()).getLast().data();
    assertThat(row.path("extension").asString()).isEqualTo("102");
    assertThat(row.path("plan").asString()).isEqualTo("BASIC");
    assertThat(row.path("firstName").asString()).isEqualTo("José");
    assertThat(row.path("state").asString()).isEqualTo("INVITED");

    tell(SEATS, "seat.refused", seat("REFUSED", 2));
    await(
        "the tombstone",
        () -> RawTopics.of(DIRECTORY, userId.toString()).getLast().value() == null);
    tell(LINES, "line.opened", company.line(userId, "104", 2));
    await("outbox is empty", this::outboxIsEmpty);
    assertThat(RawTopics.of(DIRECTORY, userId.toString()).getLast().value()).isNull();
  }

  private boolean outboxIsEmpty() {
    return database().sql("select count(*) from outbox").query(Integer.class).single() == 0;
  }

  private List<Integer> rowVersionsTold() {
    return topics.all(DIRECTORY, userId.toString()).stream()
        .map(event -> event.data().path("version").asInt())
        .toList();
  }

  private UUID tell(String topic, String type, Map<String, Object> data) {
    return deliver(topic, userId, type, company.accountId(), data);
  }

  private UUID mailed() {
    tell(SEATS, "seat.occupied", company.seat(userId, "BASIC", 1));
    return database()
        .sql("select mail_id from invitation where user_id = ?")
        .param(userId)
        .query(UUID.class)
        .single();
  }

  private String delivery() {
    return company.row(userId).path("invitation").path("delivery").asString();
  }

  private long rowVersion() {
    return database()
        .sql("select version from directory where user_id = ?")
        .param(userId)
        .query(Long.class)
        .single();
  }

  private Map<String, Object> seat(String state, long version) {
    Map<String, Object> seat = new HashMap<>(company.seat(userId, "BASIC", version));
    seat.put("state", state);
    seat.remove("slotId");
    seat.remove("origin");
    if (state.equals("REFUSED")) {
      seat.put("reason", "NO_CONSENT");
    }
    return seat;
  }

  private Map<String, Object> mail(UUID mailId, String state, long version) {
    Map<String, Object> mail = new HashMap<>();
    mail.put("accountId", company.accountId());
    mail.put("version", version);
    mail.put("changed", List.of("state", "attempts"));
    mail.put("actor", Map.of("type", "SYSTEM"));
    mail.put("mailId", mailId);
    mail.put("userId", userId);
    mail.put("template", "invitation");
    mail.put("state", state);
    mail.put("attempts", state.equals("QUEUED") ? 0 : 1);
    if (state.equals("FAILED")) {
      mail.put("reason", "No mail server answered");
    }
    return mail;
  }
}
