package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.number.CloseAccount;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** F1: the numbers of an erased account rest, and nobody pays for them. */
class CloseAccountTest extends DeletedLineTest {
  private final int any = ThreadLocalRandom.current().nextInt(2_000_000, 9_999_990);
  private final String main = "+1401%07d".formatted(any);
  private final String pool = "+1401%07d".formatted(any + 1);
  private final String direct = "+1401%07d".formatted(any + 2);

  @Autowired private CloseAccount closeAccount;

  @Test
  @DisplayName(
      "F1 main number and pool of an erased account rest at once, each user's when he is erased")
  void rest() {
    invite(user);
    main(main, account);
    unassigned(pool, account);
    giveNumber(user, direct);

    awaitSent(eraseAccount());

    assertThat(state(main)).isEqualTo("QUARANTINED");
    assertThat(state(pool)).isEqualTo("QUARANTINED");
    assertThat(state(direct)).isEqualTo("ASSIGNED");
    assertThat(toldOfNumber(main))
        .extracting(TestTopics.Event::type)
        .containsExactly("number.released", "number.released");
    assertThat(toldOfNumber(pool)).hasSize(1);

    awaitSent(users.delete(user, 2));
    awaitSent(users.erase(user, 3, null));

    assertThat(state(direct)).isEqualTo("QUARANTINED");
    assertThat(toldOfNumber(direct).getLast().data().path("state").asString())
        .isEqualTo("QUARANTINED");
  }

  @Test
  @DisplayName("F1 the users may be erased before it is told that their account is")
  void usersFirst() {
    invite(user);
    giveNumber(user, direct);
    awaitSent(users.delete(user, 2));
    awaitSent(users.erase(user, 3, null));
    assertThat(state(direct)).isEqualTo("UNASSIGNED");

    awaitSent(eraseAccount());

    assertThat(state(direct)).isEqualTo("QUARANTINED");
  }

  @Test
  @DisplayName("K1 told twice, or told again, it rests as long as before")
  void twice() {
    unassigned(pool, account);
    awaitSent(eraseAccount());
    String until = keptUntil();

    awaitSent(eraseAccount());

    assertThat(toldOfNumber(pool)).hasSize(1);
    assertThat(keptUntil()).isEqualTo(until);
  }

  @Test
  @DisplayName(
      "F1 what comes free later, by an order under way, rests within a minute; others keep theirs")
  void later() {
    awaitSent(eraseAccount());
    UUID other = Ids.next();
    unassigned(pool, account);
    unassigned(direct, other);

    closeAccount.sweep();
    closeAccount.sweep();

    assertThat(state(pool)).isEqualTo("QUARANTINED");
    assertThat(toldOfNumber(pool)).hasSize(1);
    assertThat(state(direct)).isEqualTo("UNASSIGNED");
  }

  private UUID eraseAccount() {
    return topics.send(
        "user.accounts.v1",
        account.toString(),
        "account.erased",
        account,
        Map.of(
            "accountId",
            account,
            "version",
            2,
            "changed",
            List.of("companyName", "state", "erasedAt"),
            "actor",
            Map.of("type", "SYSTEM"),
            "companyName",
            "Erased company",
            "timeZone",
            "America/New_York",
            "state",
            "CLOSED",
            "signedUpAt",
            "2026-11-02T14:03:05.120Z",
            "erasedAt",
            "2026-11-20T08:15:00.000Z"));
  }

  private String state(String number) {
    return database()
        .sql("select state from phone_number where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  private String keptUntil() {
    return database()
        .sql("select kept_until::text from phone_number where number = ?")
        .param(pool)
        .query(String.class)
        .single();
  }
}
