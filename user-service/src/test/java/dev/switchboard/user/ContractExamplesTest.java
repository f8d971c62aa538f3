package dev.switchboard.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractExamples;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** K1: every example of what this service reads is read; all that it tells keeps its contract. */
class ContractExamplesTest extends UserServiceTest {
  private static final String SERVICE = "user-service";

  /** The examples' price lists are not those of other tests. */
  @AfterEach
  void removePrices() {
    database().sql("delete from plan_price").update();
  }

  static Stream<Arguments> examples() {
    return ContractTopics.all().stream()
        .filter(topic -> topic.consumers().contains(SERVICE))
        .flatMap(topic ->
            topic.events().stream()
                .flatMap(type -> ContractExamples.of(type).stream())
                .map(example -> Arguments.of(topic.name(), example)));
  }

  @ParameterizedTest
  @DisplayName(
      "K1 every example, of today and of each release, of every event that it listens to is taken in")
  @MethodSource("examples")
  void isRead(String topic, ContractExamples.Example example) {
    JsonNode data = example.withFreshIds();
    String key = data.path(keyOf(topic)).asString();
    String account = data.path("accountId").asString("");
    UUID event = Ids.next();

    topics.send(
        topic,
        key,
        example.type(),
        account.isEmpty() ? null : UUID.fromString(account),
        data,
        event);

    awaitTakenIn(event);
    assertThat(
            database()
                .sql("select count(*) from dead_letter where topic = ? and key = ?")
                .params(topic, key)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName(
      "K1 each event that this service can tell is told in the main flow and keeps its schema")
  void tellsWhatTheContractSays() {
    Company company = companies.signUp(3, 0, 0);
    String email = Company.newEmail("tells");
    UUID joins = company.invited(email, "BASIC");
    company.occupySeat(joins, "BASIC", 1);
    post(
        "/api/v1/invitations/accept",
        Map.of("token", linkSecret(joins, 1), "password", "seven tall ships in line"));
    UUID withdrawn = company.invited(Company.newEmail("tells"), "BASIC");
    company.refuseSeat(withdrawn, "BASIC");
    signIn(company.adminEmail(), Company.PASSWORD);
    UUID session =
        UUID.fromString(
            body(get("/api/v1/sessions", company.asAdmin()))
                .path("items")
                .path(0)
                .path("id")
                .asString());
    delete("/api/v1/sessions/" + session, company.asAdmin());

    deviceAndCredentialMails(company);

    // Reading a topic checks each event against its schema.
    String admin = company.adminId().toString();
    topics.await("user.accounts.v1", company.accountId().toString(), "account.signed-up");
    topics.await("user.users.v1", admin, "user.signed-up");
    topics.await("user.users.v1", joins.toString(), "user.invited");
    topics.await("user.users.v1", joins.toString(), "user.joined");
    topics.await("user.users.v1", withdrawn.toString(), "user.withdrawn");
    topics.await("user.directory.v1", joins.toString(), "directory.changed");
    topics.await("user.sessions.v1", admin, "session.ended");
    topics.await("notification.commands.v1", joins.toString(), "mail.requested");
    assertThat(topics.all("user.users.v1", joins.toString()))
        .extracting(event -> event.data().path("version").asInt())
        .as("full state and version, in order")
        .isEqualTo(List.of(1, 2));
  }

  /** Each mail that goes with passwords and sign-in is asked for. */
  private void deviceAndCredentialMails(Company company) {
    signIn(company.adminEmail(), Company.PASSWORD);
    new TwoStepCalls(http, json, clock).switchOn(company.asAdmin());
    post("/api/v1/users/" + company.adminId() + "/password-resets", Map.of(), company.asAdmin());
    String link = linkSecret(awaitMails(company.adminId(), "password-reset", 1).getFirst());
    post(
        "/api/v1/password-resets/complete",
        Map.of("token", link, "password", "seven tall ships in line"));
    for (String mail : List.of("new-sign-in", "two-step-changed", "password-changed")) {
      assertThat(awaitMails(company.adminId(), mail, 1)).as(mail).hasSize(1);
    }
  }

  private static String keyOf(String topic) {
    return switch (topic) {
      case "billing.accounts.v1", "user.audit.v1" -> "accountId";
      case "billing.price-lists.v1" -> "currency";
      case "numbering.numbers.v1" -> "number";
      default -> "userId";
    };
  }
}
