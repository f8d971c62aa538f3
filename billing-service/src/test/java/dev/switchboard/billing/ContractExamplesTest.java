package dev.switchboard.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.time.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of every event that this service listens to is read by the running service. */
class ContractExamplesTest extends BillingTest {
  private static final Pattern UUIDS = Pattern.compile("01998f[0-9a-f-]{30}");

  @Autowired private JsonMapper json;

  @ParameterizedTest
  @DisplayName("K1 both examples of account.signed-up open the account with its slots")
  @CsvSource({"full,3", "minimal,1"})
  void accountSignedUp(String example, int slots) throws IOException {
    JsonNode data = example("account.signed-up", example);
    UUID account = id(data, "accountId");

    awaitTaken(
        topics.send("user.accounts.v1", account.toString(), "account.signed-up", account, data));

    assertThat(count("select count(*) from plan_slot where account_id = ?", account))
        .isEqualTo(slots);
    assertThat(topics.all("billing.accounts.v1", account.toString())).hasSize(1);
    assertThat(deadLetters("user.accounts.v1", account)).isZero();
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of user.invited lead to a decision on the seat")
  @CsvSource({"full,seat.refused", "minimal,seat.occupied"})
  void userInvited(String example, String told) throws IOException {
    JsonNode data = example("user.invited", example);
    UUID user = id(data, "userId");
    openAccountOf(data);

    awaitTaken(send("user.invited", data));

    assertThat(seat(user).type()).isEqualTo(told);
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of the other user events are read and give no seat")
  @CsvSource({
    "user.withdrawn,full",
    "user.withdrawn,minimal",
    "user.joined,full",
    "user.joined,minimal",
    "user.signed-up,full",
    "user.signed-up,minimal"
  })
  void otherUserEvents(String type, String example) throws IOException {
    JsonNode data = example(type, example);
    UUID user = id(data, "userId");
    openAccountOf(data);

    awaitTaken(send(type, data));

    assertThat(topics.all("billing.seats.v1", user.toString())).isEmpty();
    assertThat(deadLetters("user.users.v1", user)).isZero();
  }

  private void openAccountOf(JsonNode user) {
    Account like = newAccount(0);
    awaitTaken(
        tell(
            new Account(id(user, "accountId"), like.admin(), like.adminSlot(), like.openSlots()),
            "PRO"));
  }

  private UUID send(String type, JsonNode data) {
    return topics.send(
        "user.users.v1", data.path("userId").asString(), type, id(data, "accountId"), data);
  }

  private long deadLetters(String topic, UUID key) {
    return topics.all(topic + ".billing-service.dlt", key.toString()).size();
  }

  /** The example, with ids of its own so that tests do not meet. */
  private JsonNode example(String type, String name) throws IOException {
    String path = "/contracts/events/" + type + "/examples/" + name + ".json";
    try (InputStream file = ContractExamplesTest.class.getResourceAsStream(path)) {
      String text = json.readTree(Objects.requireNonNull(file, path)).toString();
      Map<String, String> fresh = new java.util.HashMap<>();
      Matcher ids = UUIDS.matcher(text);
      return json.readTree(
          ids.replaceAll(id -> fresh.computeIfAbsent(id.group(), any -> Ids.next().toString())));
    }
  }

  private static UUID id(JsonNode data, String property) {
    return UUID.fromString(data.path(property).asString());
  }
}
