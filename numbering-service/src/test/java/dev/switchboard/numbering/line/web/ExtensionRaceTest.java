package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ExtensionRaceTest extends ExtensionTest {
  private static final int USERS = 32;
  private static final int ROUNDS = 200;

  @Test
  @DisplayName(
      "F4 I2 32 threads want one extension for 32 users: one wins, 31 are told that it is taken")
  void oneWins() {
    List<UUID> users = users();
    for (int round = 0; round < ROUNDS; round++) {
      String wanted = Integer.toString(3000 + round);

      List<MockHttpServletResponse> answers =
          atOnce(
              users.stream()
                  .map(user -> (Callable<MockHttpServletResponse>) () -> change(user, wanted, "*"))
                  .toList());

      assertThat(answers).filteredOn(answer -> answer.getStatus() == 200).hasSize(1);
      answers.stream()
          .filter(answer -> answer.getStatus() != 200)
          .forEach(answer -> refused(answer, 409, "extension.taken"));
      assertThat(holders(Integer.parseInt(wanted))).isEqualTo(1);
    }
    assertConsistent();
  }

  @Test
  @DisplayName("F4 I2 extensions picked by hand and given out by themselves at once: no two alike")
  void amongInvitations() {
    List<UUID> users = users();
    List<Callable<UUID>> calls = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      UUID user = users.get(i);
      // What is given out next, and what the others give back.
      String wanted = Integer.toString(101 + USERS + (i % 8));
      UUID next = Ids.next();
      calls.add(() -> {
        change(user, wanted, "*");
        return next;
      });
      calls.add(() -> {
        awaitTaken(invite(account, next));
        return next;
      });
    }

    atOnce(calls);

    assertThat(count("select count(*) from line where account_id = ? and state = 'OPEN'", account))
        .isEqualTo(2 * USERS);
    assertConsistent();
  }

  @Test
  @DisplayName("D1 two admins change one extension from the same version: the second is told")
  void sameVersion() {
    UUID user = invited();

    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(i ->
                    (Callable<Integer>)
                        () -> change(user, Integer.toString(700 + i), "\"1\"").getStatus())
                .toList());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(7);
  }

  private List<UUID> users() {
    List<UUID> users = IntStream.range(0, USERS).mapToObj(i -> Ids.next()).toList();
    users.stream().map(user -> invite(account, user)).toList().forEach(this::awaitTaken);
    return users;
  }

  private long holders(int code) {
    return count(
        "select count(*) from line where account_id = ? and extension = ? and state = 'OPEN'",
        account,
        code);
  }

  /** Lines and the account's number space say the same, and no code is lost. */
  private void assertConsistent() {
    assertThat(
            count(
                """
                select count(*) from (select * from line where account_id = ?) l
                full join (select * from extension where account_id = ?) e
                  on l.user_id = e.holder_id and l.extension = e.code
                where l.user_id is null or e.code is null
                """,
                account,
                account))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from extension_space s, generate_series(101, s.first_unused - 1) given
                where s.account_id = ? and not exists (
                    select 1 from extension e where e.account_id = s.account_id and e.code = given)
                  and not exists (
                    select 1 from returned_extension r where r.account_id = s.account_id and r.code = given)
                """,
                account))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from extension e join returned_extension r using (account_id, code)
                where account_id = ?
                """,
                account))
        .isZero();
  }
}
