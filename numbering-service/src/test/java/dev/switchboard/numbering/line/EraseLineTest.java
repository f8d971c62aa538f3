package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTopics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EraseLineTest extends DeletedLineTest {

  @Test
  @DisplayName("D6 the numbers of an erased user are in the account's pool, his extension is held")
  void toPool() {
    invite(user);
    giveNumber(user, "+12075550171");
    giveNumber(user, "+12075550170");
    database()
        .sql("update line set forward_to = '+12125550187' where user_id = ?")
        .param(user)
        .update();
    awaitSent(users.delete(user, 2));

    awaitSent(users.erase(user, 3, null));
    awaitSent(users.erase(user, 3, null));

    for (String number : List.of("+12075550170", "+12075550171")) {
      assertThat(toldOfNumber(number))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.type()).isEqualTo("number.released");
            assertThat(event.data().path("state").asString()).isEqualTo("UNASSIGNED");
            assertThat(event.data().path("version").asLong()).isEqualTo(2);
          });
    }
    assertThat(told(user)).containsExactly("line.opened", "line.closed", "line.closed");
    JsonNode line = lastTold(user);
    assertThat(texts(line.path("directNumbers"))).isEmpty();
    assertThat(line.hasNonNull("forwardTo")).isFalse();
    assertThat(texts(line.path("changed"))).containsExactly("directNumbers", "forwardTo");
    assertThat(held(user)).isEqualTo(1);
  }

  @Test
  @DisplayName("D6 the numbers of an erased user are another user's when that was decided")
  void toUser() {
    invite(user);
    UUID heir = invited();
    giveNumber(heir, "+12085550100");
    giveNumber(user, "+12085550177");
    giveNumber(user, "+12085550101");
    awaitSent(users.delete(user, 2));

    awaitSent(users.erase(user, 3, heir));

    assertThat(toldOfNumber("+12085550177"))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.type()).isEqualTo("number.assigned");
          assertThat(event.data().path("use").asString()).isEqualTo("DIRECT");
          assertThat(event.data().path("userId").asString()).isEqualTo(heir.toString());
        });
    assertThat(told(heir)).containsExactly("line.opened", "line.changed");
    assertThat(texts(lastTold(heir).path("directNumbers")))
        .containsExactly("+12085550100", "+12085550177", "+12085550101");
    assertThat(texts(lastTold(heir).path("changed"))).containsExactly("directNumbers");
    assertThat(texts(lastTold(user).path("directNumbers"))).isEmpty();
  }

  @Test
  @DisplayName("D6 when whoever was to get the numbers is deleted himself, they are in the pool")
  void receiverIsGone() {
    invite(user);
    UUID heir = invited();
    giveNumber(user, "+12095550177");
    awaitSent(users.delete(user, 2));
    awaitSent(users.delete(heir, 2));

    awaitSent(users.erase(user, 3, heir));

    assertThat(toldOfNumber("+12095550177"))
        .extracting(TestTopics.Event::type)
        .containsExactly("number.released");
    assertThat(told(heir)).containsExactly("line.opened", "line.closed");
  }

  @Test
  @DisplayName("D6 numbers that were to go to their own user, or to nobody's line, are in the pool")
  void receiverIsNobody() {
    for (UUID receiver : List.of(user, account)) {
      UUID gone = receiver.equals(user) ? user : invited();
      String number = receiver.equals(user) ? "+12105550177" : "+12105550178";
      if (gone.equals(user)) {
        invite(user);
      }
      giveNumber(gone, number);
      awaitSent(users.delete(gone, 2));

      awaitSent(users.erase(gone, 3, receiver));

      assertThat(
              count(
                  "select count(*) from phone_number where number = ? and state = 'UNASSIGNED'",
                  number))
          .isEqualTo(1);
    }
  }

  @Test
  @DisplayName("An erased user without numbers is no news to anybody")
  void nothingToTell() {
    invite(user);
    awaitSent(users.delete(user, 2));

    awaitSent(users.erase(user, 3, null));

    assertThat(told(user)).containsExactly("line.opened", "line.closed");
    assertThat(count("select user_version from line where user_id = ?", user)).isEqualTo(3);
  }

  @Test
  @DisplayName("An erasure that overtakes the deletion closes the line and holds the extension")
  void beforeDeletion() {
    invite(user);
    giveNumber(user, "+12125550190");

    awaitSent(users.erase(user, 3, null));
    awaitSent(users.delete(user, 2));

    assertThat(told(user)).containsExactly("line.opened", "line.closed");
    assertThat(held(user)).isEqualTo(1);
    assertThat(toldOfNumber("+12125550190")).hasSize(1);
  }

  @Test
  @DisplayName("An erasure that is the first to be heard of a user keeps his line from opening")
  void beforeAll() {
    awaitSent(users.erase(user, 3, null));
    awaitSent(users.delete(user, 2));
    awaitSent(invite(account, user));

    assertThat(told(user)).containsExactly("line.closed");
    assertThat(count("select count(*) from extension where account_id = ?", account)).isZero();
  }

  @Test
  @DisplayName("I5 a number that came to somebody with a withdrawn invitation is in the pool")
  void withdrawn() {
    invite(user);
    giveNumber(user, "+12135550190");

    awaitSent(withdraw(account, user));

    assertThat(toldOfNumber("+12135550190"))
        .extracting(TestTopics.Event::type)
        .containsExactly("number.released");
  }
}
