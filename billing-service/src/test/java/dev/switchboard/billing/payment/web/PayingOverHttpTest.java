package dev.switchboard.billing.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.issued.IssueStatements;
import dev.switchboard.billing.testing.FakeProvider.Does;
import dev.switchboard.billing.testing.PayingTest;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** The account has one statement that is not paid. */
class PayingOverHttpTest extends PayingTest {
  @Autowired private IssueStatements issueStatements;

  private UUID statementId = new UUID(0, 0);

  @BeforeEach
  void issue() {
    issueStatements.run(Instant.parse("2026-11-02T14:03:05.120Z"));
    statementId = newestStatementId();
  }

  @Test
  @DisplayName("E7 the card is entered elsewhere; here it has a brand, four digits and an expiry")
  void card() {
    JsonNode before = ok(call("GET", "/api/v1/billing-account", null, null));
    assertThat(before.path("card").isMissingNode() || before.path("card").isNull()).isTrue();
    assertThat(before.path("standing").asString()).isEqualTo("ACTIVE");
    assertThat(before.path("unpaid").path("amountCents").asInt()).isEqualTo(2999 + 2 * 1499);

    String setup = openCardPage();
    String complete = "/api/v1/payment-method/setups/" + setup + "/complete";
    assertThat(ok(call("POST", complete, null, null)).path("entered").asBoolean()).isFalse();
    provider.enter("page-" + setup, Does.SUCCEED);
    assertThat(ok(call("POST", complete, null, null)).path("entered").asBoolean()).isTrue();
    assertThat(ok(call("POST", complete, null, null)).path("entered").asBoolean()).isTrue();

    JsonNode card = ok(call("GET", "/api/v1/billing-account", null, null)).path("card");
    assertThat(card.path("brand").asString()).isEqualTo("visa");
    assertThat(card.path("lastFour").asString()).isEqualTo("4242");
    assertThat(card.path("expiryMonth").asInt()).isEqualTo(12);
    assertThat(card.propertyNames())
        .as("never the token")
        .containsExactlyInAnyOrder("brand", "lastFour", "expiryMonth", "expiryYear");
    assertThat(topics.all("user.audit.v1", account.id().toString()))
        .filteredOn(
            entry -> entry.data().path("action").asString().equals("payment-method.changed"))
        .hasSize(1);
  }

  @Test
  @DisplayName(
      "E7 the last card that was entered is the one; one that was entered before stays gone")
  void replaced() {
    String first = openCardPage();
    enterCard(Does.SUCCEED);
    provider.enter("page-" + first, Does.DECLINE);
    assertThat(notice("\"page-" + first + "\"", "signed")).isEqualTo(204);
    String token = token();
    assertThat(token).startsWith("DECLINE");
    assertThat(notice("\"page-" + first + "\"", "signed")).as("twice").isEqualTo(204);
    enterCard(Does.SUCCEED);
    assertThat(notice("\"page-" + first + "\"", "signed")).as("late").isEqualTo(204);
    assertThat(token()).startsWith("SUCCEED");
  }

  @Test
  @DisplayName("E7 an admin pays now: once, however often he says so")
  void payNow() {
    refused(pay(), 409, "payment.no-card", null);
    enterCard(Does.SUCCEED);

    assertThat(ok(pay()).path("payment").path("state").asString()).isEqualTo("PAID");
    assertThat(ok(pay()).path("payment").path("state").asString()).isEqualTo("PAID");
    assertThat(provider.taken(statementId)).isEqualTo(1);
    assertThat(toldOfStatements().getLast().data().path("actor").path("userId").asString())
        .isEqualTo(account.admin().toString());
  }

  @Test
  @DisplayName("E7 a card that is declined says why, and another one pays")
  void declined() {
    enterCard(Does.DECLINE);
    MockHttpServletResponse answer = pay();
    refused(answer, 402, "payment.declined", null);
    assertThat(body(answer).path("reason").asString()).isEqualTo("CARD_DECLINED");
    assertThat(newestStatement().path("payment").path("tries").asInt()).isZero();

    enterCard(Does.SUCCEED);
    assertThat(ok(pay()).path("payment").path("state").asString()).isEqualTo("PAID");
  }

  @Test
  @DisplayName(
      "E7 the bank wants to hear from the owner: his browser is sent there, and then it is paid")
  void confirmed() {
    enterCard(Does.NEED_ACTION);
    String page = "https://bank.example/pay-" + statementId;
    assertThat(ok(pay()).path("confirmationUrl").asString()).isEqualTo(page);
    assertThat(ok(pay()).path("confirmationUrl").asString()).as("again").isEqualTo(page);
    assertThat(provider.taken(statementId)).isZero();

    provider.confirm(statementId);
    assertThat(notice("\"pay-" + statementId + "\"", "signed")).isEqualTo(204);

    assertThat(newestStatement().path("payment").path("state").asString()).isEqualTo("PAID");
    assertThat(provider.taken(statementId)).isEqualTo(1);
    assertThat(notice("\"pay-" + statementId + "\"", "signed")).as("twice").isEqualTo(204);
    assertThat(toldOfStatements()).hasSize(2);
  }

  @Test
  @DisplayName("E7 no answer from the provider: 503, and nobody pays twice")
  void unanswered() {
    enterCard(Does.LOSE_ANSWER);
    MockHttpServletResponse answer = pay();
    refused(answer, 503, "payment.provider-unavailable", null);
    assertThat(answer.getHeader("Retry-After")).isNotNull();

    refused(pay(), 409, "payment.in-progress", null);

    assertThat(newestStatement().path("payment").path("state").asString()).isEqualTo("PAID");
    assertThat(provider.taken(statementId)).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "E7 the card page can't be had while the provider is silent: 503, and nothing is kept")
  void noPage() {
    provider.fallSilent(account.id().toString());
    refused(
        call("POST", "/api/v1/payment-method/setups", null, null),
        503,
        "payment.provider-unavailable",
        null);
    assertThat(count("select count(*) from card_setup where account_id = ?", account.id()))
        .isZero();
    provider.answerAgain(account.id().toString());
    openCardPage();
  }

  @Test
  @DisplayName("E7 notices that are forged, of nothing known or of something else change nothing")
  void notices() {
    enterCard(Does.NEED_ACTION);
    ok(pay());
    provider.confirm(statementId);
    String told = "\"pay-" + statementId + "\"";
    assertThat(notice(told, "forged")).isEqualTo(400);
    assertThat(notice(told, null)).isEqualTo(400);
    assertThat(newestStatement().path("payment").path("state").asString()).isEqualTo("ISSUED");

    assertThat(notice("\"pay-unknown\"", "signed")).isEqualTo(204);
    assertThat(notice("\"page-unknown\"", "signed")).isEqualTo(204);
    assertThat(notice("\"balance.available\"", "signed")).isEqualTo(204);
  }

  @Test
  @DisplayName("A6 users may not see or pay; what is another company's is a 404")
  void others() {
    UUID user = seated("BASIC");
    String setup = openCardPage();
    String complete = "/api/v1/payment-method/setups/" + setup + "/complete";
    String payments = "/api/v1/statements/" + statementId + "/payments";
    for (List<String> each :
        List.of(
            List.of("GET", "/api/v1/billing-account"),
            List.of("POST", "/api/v1/payment-method/setups"),
            List.of("POST", complete),
            List.of("POST", payments))) {
      refused(
          call(each.get(0), each.get(1), null, null, tokens.user(account.id(), user)),
          403,
          "auth.forbidden",
          null);
    }
    Account other = signUp(0, "BASIC");
    RequestPostProcessor foreign = tokens.admin(other.id(), other.admin());
    for (String path : List.of(complete, payments)) {
      refused(call("POST", path, null, null, foreign), 404, "resource.not-found", null);
    }
    refused(
        call("POST", "/api/v1/statements/" + Ids.next() + "/payments", null, null),
        404,
        "resource.not-found",
        null);
  }

  private MockHttpServletResponse pay() {
    return call("POST", "/api/v1/statements/" + statementId + "/payments", null, null);
  }

  private String token() {
    return database()
        .sql("select token from payment_method where account_id = ?")
        .param(account.id())
        .query(String.class)
        .single();
  }

  private int notice(String body, @Nullable String signature) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post("/api/v1/payment-provider/events")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    if (signature != null) {
      request.header("Stripe-Signature", signature);
    }
    try {
      return http.perform(request).andReturn().getResponse().getStatus();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
