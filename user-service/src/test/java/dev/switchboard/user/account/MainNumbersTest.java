package dev.switchboard.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F3: claims on main numbers follow what numbering decided. */
class MainNumbersTest extends UserServiceTest {
  private Company company;
  private String first;
  private String second;

  @BeforeEach
  void signUp() {
    company = companies.signUp(1, 0, 0);
    first = mainNumber();
    second = Company.newNumber();
  }

  @Test
  @DisplayName("F3 numbering gives another main number: the account has it, the first one is free")
  void correctsTheMainNumber() {
    tell("number.assigned", assigned(second, 1));

    assertThat(mainNumber()).isEqualTo(second);
    assertThat(claims()).containsExactly(second);
    assertThat(signUpStatus(second)).isEqualTo(409);
    assertThat(signUpStatus(first)).isEqualTo(201);
  }

  @Test
  @DisplayName("F3 the same assignment twice, as the same event or a new one, has one effect")
  void twice() {
    UUID event = tell("number.assigned", assigned(second, 1));
    topics.send(
        "numbering.numbers.v1",
        second,
        "number.assigned",
        company.accountId(),
        assigned(second, 1),
        event);
    tell("number.assigned", assigned(second, 1));

    assertThat(claims()).containsExactly(second);
    assertThat(accountVersion()).as("no event tells of another").isEqualTo(1);
  }

  @Test
  @DisplayName(
      "F3 an assignment that comes after the number's release does not bring the claim back")
  void late() {
    tell("number.assigned", assigned(first, 1));
    tell("number.released", released(first, 3));
    tell("number.assigned", assigned(first, 2));

    assertThat(claims()).isEmpty();
    assertThat(signUpStatus(first)).isEqualTo(201);
  }

  @Test
  @DisplayName("B8 unassigned from the company it has none, until another takes its place")
  void unassigned() {
    tell("number.assigned", assigned(first, 1));
    tell("number.released", released(first, 2));
    assertThat(
            database()
                .sql("select main_number is null from account where account_id = ?")
                .param(company.accountId())
                .query(Boolean.class)
                .single())
        .isTrue();

    tell("number.assigned", assigned(second, 1));

    assertThat(mainNumber()).isEqualTo(second);
    tell("number.released", released(first, 4));
    assertThat(mainNumber()).as("another number's end").isEqualTo(second);
  }

  @Test
  @DisplayName("F3 what becomes of another account's number does not touch this one's claim")
  void foreignNumber() {
    Company other = companies.signUp(1, 0, 0);
    Map<String, Object> foreign = released(first, 5);
    foreign.put("accountId", other.accountId());
    deliverKeyed("number.released", first, other.accountId(), foreign);

    assertThat(claims()).containsExactly(first);
  }

  private UUID tell(String type, Map<String, Object> data) {
    return deliverKeyed(type, String.valueOf(data.get("number")), company.accountId(), data);
  }

  private UUID deliverKeyed(String type, String key, UUID accountId, Map<String, Object> data) {
    UUID id = Ids.next();
    topics.send("numbering.numbers.v1", key, type, accountId, data, id);
    awaitTakenIn(id);
    return id;
  }

  private Map<String, Object> assigned(String number, long version) {
    Map<String, Object> data = number(number, version, "ASSIGNED");
    data.put("use", "COMPANY_MAIN");
    return data;
  }

  private Map<String, Object> released(String number, long version) {
    return number(number, version, "UNASSIGNED");
  }

  private Map<String, Object> number(String number, long version, String state) {
    Map<String, Object> data = new HashMap<>();
    data.put("accountId", company.accountId());
    data.put("version", version);
    data.put("changed", List.of("state", "use"));
    data.put("actor", Map.of("type", "SYSTEM"));
    data.put("number", number);
    data.put("state", state);
    return data;
  }

  private int signUpStatus(String number) {
    Map<String, Object> body =
        new HashMap<>(Company.signUpBody(Company.newEmail("other"), 1, 0, 0));
    body.put("mainNumber", number);
    return post("/api/v1/accounts", body).getStatus();
  }

  private String mainNumber() {
    return database()
        .sql("select main_number from account where account_id = ?")
        .param(company.accountId())
        .query(String.class)
        .single();
  }

  private long accountVersion() {
    return database()
        .sql("select version from account where account_id = ?")
        .param(company.accountId())
        .query(Long.class)
        .single();
  }

  private List<String> claims() {
    return database()
        .sql("select number from main_number_claim where account_id = ?")
        .param(company.accountId())
        .query(String.class)
        .list();
  }
}
