package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LineFlowTest extends NumberingTest {
  @Test
  @DisplayName("C5 an invited user gets the lowest free extension and a bridge of ten digits")
  void opens() {
    UUID account = Ids.next();
    UUID first = Ids.next();
    UUID second = Ids.next();

    invite(account, first);
    JsonNode line = opened(first);
    invite(account, second);

    assertThat(line.path("extension").asString()).isEqualTo("101");
    assertThat(line.path("bridgeId").asString()).matches("[2-9][0-9]{9}");
    assertThat(line.path("version").asLong()).isEqualTo(1);
    assertThat(opened(second).path("extension").asString()).isEqualTo("102");
  }

  @Test
  @DisplayName("F4 32 users at once get 32 extensions, the lowest ones, in each account from 101")
  void manyAtOnce() {
    UUID account = Ids.next();
    UUID other = Ids.next();
    List<UUID> users = IntStream.range(0, 32).mapToObj(i -> Ids.next()).toList();

    List<UUID> events = users.parallelStream().map(user -> invite(account, user)).toList();
    UUID alone = Ids.next();
    invite(other, alone);
    events.forEach(this::awaitTaken);

    assertThat(
            database()
                .sql("select extension from line where account_id = ? order by extension")
                .param(account)
                .query(Integer.class)
                .list())
        .isEqualTo(IntStream.range(101, 133).boxed().toList());
    assertThat(opened(users.getLast()).path("version").asLong()).isEqualTo(1);
    assertThat(opened(alone).path("extension").asString()).isEqualTo("101");
  }

  @Test
  @DisplayName(
      "F4 allocation passes by service codes and reserved ranges and goes on with four digits")
  void passesByReservedCodes() {
    UUID account = Ids.next();
    database()
        .sql(
            "insert into extension_range (account_id, first, last) values (?, 101, 210), (?, 212, 999)")
        .params(account, account)
        .update();
    UUID user = Ids.next();

    invite(account, user);

    assertThat(opened(user).path("extension").asString()).isEqualTo("1000");
  }

  @Test
  @DisplayName("The same invitation delivered twice opens one line")
  void twice() {
    UUID account = Ids.next();
    UUID user = Ids.next();
    Map<String, Object> invited = user(account, user, "INVITED", 1);
    UUID eventId = Ids.next();

    topics.send("user.users.v1", user.toString(), "user.invited", account, invited, eventId);
    topics.send("user.users.v1", user.toString(), "user.invited", account, invited, eventId);
    awaitTaken(invite(account, user)); // the same fact under a new id, as after a replay

    assertThat(topics.all("numbering.lines.v1", user.toString())).hasSize(1);
  }

  @Test
  @DisplayName("A withdrawn user's line closes and its extension is free at once")
  void withdrawn() {
    UUID account = Ids.next();
    UUID gone = Ids.next();
    UUID stays = Ids.next();
    UUID next = Ids.next();
    invite(account, gone);
    opened(gone);
    invite(account, stays);
    opened(stays);

    withdraw(account, gone);
    JsonNode closed = topics.await("numbering.lines.v1", gone.toString(), "line.closed").data();
    awaitTaken(withdraw(account, gone)); // again, as after a replay
    invite(account, next);

    assertThat(closed.path("version").asLong()).isEqualTo(2);
    assertThat(opened(next).path("extension").asString()).isEqualTo("101");
    assertThat(topics.all("numbering.lines.v1", gone.toString())).hasSize(2);
  }

  @Test
  @DisplayName("An invitation that arrives after its withdrawal opens nothing")
  void late() {
    UUID account = Ids.next();
    UUID user = Ids.next();

    awaitTaken(withdraw(account, user));
    awaitTaken(invite(account, user));
    awaitTaken(withdraw(account, user));

    topics.await("numbering.lines.v1", user.toString(), "line.closed");
    assertThat(topics.all("numbering.lines.v1", user.toString()))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.type()).isEqualTo("line.closed");
          assertThat(event.data().path("version").asLong()).isEqualTo(1);
        });
    UUID next = Ids.next();
    invite(account, next);
    assertThat(opened(next).path("extension").asString()).isEqualTo("101");
  }

  @Test
  @DisplayName("Billing's refusal closes the line without waiting for the withdrawal")
  void refusedSeat() {
    UUID account = Ids.next();
    UUID user = Ids.next();
    invite(account, user);
    opened(user);

    refuseSeat(account, user);
    topics.await("numbering.lines.v1", user.toString(), "line.closed");
    awaitTaken(withdraw(account, user));

    assertThat(topics.all("numbering.lines.v1", user.toString())).hasSize(2);
  }

  @Test
  @DisplayName("A refusal that overtakes the invitation keeps the line from opening")
  void refusedBeforeInvited() {
    UUID account = Ids.next();
    UUID user = Ids.next();

    awaitTaken(refuseSeat(account, user));
    awaitTaken(invite(account, user));
    awaitTaken(withdraw(account, user));

    topics.await("numbering.lines.v1", user.toString(), "line.closed");
    assertThat(topics.all("numbering.lines.v1", user.toString())).hasSize(1);
    assertThat(
            database()
                .sql("select user_version from line where user_id = ?")
                .param(user)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("C5 the admin who signs up gets a line too, and joining changes nothing")
  void admin() {
    UUID account = Ids.next();
    UUID admin = Ids.next();
    Map<String, Object> user = user(account, admin, "ACTIVE", 1);
    user.put("role", "ADMIN");
    topics.send("user.users.v1", admin.toString(), "user.signed-up", account, user);
    opened(admin);

    awaitTaken(
        topics.send(
            "user.users.v1",
            admin.toString(),
            "user.joined",
            account,
            user(account, admin, "ACTIVE", 2)));

    assertThat(topics.all("numbering.lines.v1", admin.toString())).hasSize(1);
  }
}
