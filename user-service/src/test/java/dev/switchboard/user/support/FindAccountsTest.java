package dev.switchboard.user.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** I1: support finds accounts and the people of one. */
class FindAccountsTest extends UserServiceTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @ParameterizedTest
  @DisplayName("I1 an account is found by the beginnings of words of its name, in any case")
  @ValueSource(strings = {"MARK", "mark", "O'Neil MARK", "neil mark", "éclair mark", "ÉCL MARK"})
  void byName(String template) {
    String mark = mark();
    UUID account = signUp("O'Neil & Éclair-" + mark.toUpperCase(Locale.ROOT) + ", Inc.");

    assertThat(ids(find(template.replace("MARK", mark).replace("mark", mark))))
        .containsExactly(account.toString());
    assertThat(ids(find("zz" + mark))).isEmpty();
    assertThat(ids(find("smith " + mark))).isEmpty();
  }

  @Test
  @DisplayName("I1 an account is found by the address of any user, until he is withdrawn")
  void byEmail() {
    Company company = companies.signUp(3, 0, 0);
    String email = Company.newEmail("Finds.Me");
    UUID user = company.invited(email, "BASIC");

    assertThat(ids(find(email))).containsExactly(company.accountId().toString());
    assertThat(ids(find(email.substring(0, email.indexOf('@')).toUpperCase(Locale.ROOT))))
        .containsExactly(company.accountId().toString());
    assertThat(ids(find(company.adminEmail()))).containsExactly(company.accountId().toString());

    company.refuseSeat(user, "BASIC");
    await("withdrawn", () -> find(email).path("total").asInt() == 0);
  }

  @Test
  @DisplayName("I1 an account is found by its main number, however it is written, also a new one")
  void byMainNumber() {
    Company company = companies.signUp(1, 0, 0);
    String number = mainNumber(company);

    isFoundBy(company, number);
    String other = Company.newNumber();
    deliver(
        "numbering.numbers.v1",
        UUID.randomUUID(),
        "number.assigned",
        company.accountId(),
        mainNumberEvent(company, other));

    isFoundBy(company, other);
    assertThat(ids(find(number))).doesNotContain(company.accountId().toString());
  }

  @Test
  @DisplayName(
      "I1 an account is found by a user's direct number as long as he has it; twice and late change nothing")
  void byDirectNumber() {
    Company company = companies.signUp(2, 0, 0);
    UUID user = company.invited(Company.newEmail("direct"), "BASIC");
    String first = Company.newNumber();
    String second = Company.newNumber();
    Map<String, Object> line = new HashMap<>(company.line(user, "101", 1));
    line.put("directNumbers", List.of(first, second));
    deliver("numbering.lines.v1", user, "line.opened", company.accountId(), line);
    isFoundBy(company, first);
    isFoundBy(company, second);

    Map<String, Object> changed = new HashMap<>(company.line(user, "101", 2));
    changed.put("directNumbers", List.of(second));
    deliver("numbering.lines.v1", user, "line.changed", company.accountId(), changed);
    deliver("numbering.lines.v1", user, "line.changed", company.accountId(), changed);
    deliver("numbering.lines.v1", user, "line.opened", company.accountId(), line);

    isFoundBy(company, second);
    assertThat(ids(find(first))).isEmpty();
  }

  private void isFoundBy(Company company, String number) {
    String id = company.accountId().toString();
    assertThat(ids(find(number))).contains(id);
    assertThat(ids(find("00" + number.substring(1)))).contains(id);
    assertThat(ids(find("(" + number.substring(2, 5) + ") " + number.substring(5)))).contains(id);
    assertThat(ids(find(number.substring(5)))).contains(id);
  }

  @Test
  @DisplayName("I1 an account is shown with its state, people and admins, and with no secret")
  void shows() {
    String mark = mark();
    UUID account = signUp("Shown " + mark);
    JsonNode item = find(mark).path("items").path(0);

    assertThat(item.propertyNames())
        .containsExactlyInAnyOrder(
            "id", "companyName", "mainNumber", "state", "signedUpAt", "users", "admins");
    assertThat(item.path("id").asString()).isEqualTo(account.toString());
    assertThat(item.path("companyName").asString()).isEqualTo("Shown " + mark);
    assertThat(item.path("state").asString()).isEqualTo("ACTIVE");
    assertThat(item.path("users").asInt()).isEqualTo(1);
    assertThat(item.path("admins").path(0).propertyNames())
        .containsExactlyInAnyOrder("id", "firstName", "lastName", "email");
    assertThat(item.path("admins")).hasSize(1);
    assertThat(item.path("admins").path(0).path("lastName").asString()).isEqualTo("Ngata");
  }

  @Test
  @DisplayName("I1 an account that has not paid is shown as PAST_DUE, a closed one as CLOSED")
  void states() {
    String mark = mark();
    UUID account = signUp("States " + mark);
    database()
        .sql(
            "insert into account_standing (account_id, standing, version) values (?, 'PAST_DUE', 9)"
                + " on conflict (account_id) do update set standing = 'PAST_DUE'")
        .param(account)
        .update();
    assertThat(find(mark).at("/items/0/state").asString()).isEqualTo("PAST_DUE");

    database()
        .sql("update account set state = 'CLOSED' where account_id = ?")
        .param(account)
        .update();
    assertThat(find(mark).at("/items/0/state").asString()).isEqualTo("CLOSED");
  }

  @Test
  @DisplayName("I1 at most 50 accounts by name are shown, with how many there are")
  void isLimited() {
    String mark = mark();
    database()
        .sql(
            """
            with made as (
              insert into account (account_id, company_name, time_zone, language, state, main_number, signed_up_at, version)
              select gen_random_uuid(), :mark || ' ' || lpad(i::text, 3, '0'), 'UTC', 'en', 'ACTIVE', '+12025550100', now(), 1
              from generate_series(1, 60) i returning account_id, company_name)
            insert into support_term (account_id, source, kind, term)
            select account_id, account_id, 'NAME', term from made, support_name_terms(company_name) term
            """)
        .param("mark", mark)
        .update();

    JsonNode found = find(mark);

    assertThat(found.path("total").asInt()).isEqualTo(60);
    assertThat(found.path("items")).hasSize(50);
    assertThat(found.at("/items/0/companyName").asString()).isEqualTo(mark + " 001");
    assertThat(found.at("/items/49/companyName").asString()).isEqualTo(mark + " 050");
    assertThat(found.path("next").isNull()).isTrue();
    assertThat(ids(find(mark + " 060"))).hasSize(1);
  }

  @Test
  @DisplayName(
      "I1 with 100,000 accounts a search looks into the index, under row-level security too")
  void usesTheIndex() {
    UUID account = Ids.next();
    database()
        .sql(
            """
            insert into support_term (account_id, source, kind, term)
            select :account, gen_random_uuid(), 'EMAIL', md5(i::text) || '@bulk.example'
            from generate_series(1, 100000) i
            """)
        .param("account", account)
        .update();
    database().sql("analyze support_term").update();
    try {
      String plan =
          Tenancy.asSystem(() ->
              transaction.execute(status ->
                  String.join(
                      "\n",
                      jdbc.sql(
                              "explain select account_id from support_term where term >= ? and term < ?")
                          .params("harbor", "harbor\uDBFF\uDFFF")
                          .query(String.class)
                          .list())));

      assertThat(plan)
          .contains("support_term_by_term", "Index Cond: ((term >=")
          .doesNotContain("Seq Scan");
    } finally {
      database().sql("delete from support_term where account_id = ?").param(account).update();
    }
  }

  @Test
  @DisplayName("I1 support finds a user of an account by name, sees who he is and no more")
  void usersOfAnAccount() {
    Company company = companies.signUp(3, 0, 0);
    Company other = companies.signUp(2, 0, 0);
    UUID ana = company.invited("Ana", "López", "BASIC");
    company.invited("Bo", "Diaz", "BASIC");
    other.invited("Ana", "López", "BASIC");

    JsonNode found = users(company.accountId(), "?search=lópez");

    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.at("/items/0/id").asString()).isEqualTo(ana.toString());
    assertThat(found.at("/items/0").propertyNames())
        .containsExactlyInAnyOrder("id", "firstName", "lastName", "email", "role", "state");
    assertThat(users(company.accountId(), "").path("total").asInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("I1 the people of an account come in pages")
  void pages() {
    Company company = companies.signUp(3, 0, 0);
    company.invited("Ana", "Arango", "BASIC");
    company.invited("Bo", "Bell", "BASIC");

    JsonNode first = users(company.accountId(), "?limit=2");
    JsonNode second =
        users(company.accountId(), "?limit=2&cursor=" + first.path("next").asString());

    assertThat(first.path("items").findValuesAsString("lastName"))
        .containsExactly("Arango", "Bell");
    assertThat(second.path("items").findValuesAsString("lastName")).containsExactly("Ngata");
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  @DisplayName("I1 an unknown account is a 404")
  void unknownAccount() {
    MockHttpServletResponse answer =
        get("/api/v1/support/accounts/" + UUID.randomUUID() + "/users", support());

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(code(answer)).isEqualTo("resource.not-found");
  }

  private static String mark() {
    return "q" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
  }

  private UUID signUp(String companyName) {
    Map<String, Object> body = new HashMap<>(Company.signUpBody(Company.newEmail("a"), 1, 0, 0));
    body.put("companyName", companyName);
    return UUID.fromString(body(post("/api/v1/accounts", body)).path("accountId").asString());
  }

  private String mainNumber(Company company) {
    return database()
        .sql("select main_number from account where account_id = ?")
        .param(company.accountId())
        .query(String.class)
        .single();
  }

  private static Map<String, Object> mainNumberEvent(Company company, String number) {
    return Map.of(
        "accountId",
        company.accountId(),
        "version",
        1,
        "changed",
        List.of("state"),
        "actor",
        Map.of("type", "SYSTEM"),
        "number",
        number,
        "state",
        "ASSIGNED",
        "use",
        "COMPANY_MAIN");
  }

  private JsonNode find(String search) {
    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/support/accounts")
                .param("search", search)
                .with(support()));
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    return body(answer);
  }

  private JsonNode users(UUID account, String query) {
    MockHttpServletResponse answer =
        get("/api/v1/support/accounts/" + account + "/users" + query, support());
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    return body(answer);
  }

  private RequestPostProcessor support() {
    return tokens.support(UUID.randomUUID());
  }

  private static List<String> ids(JsonNode found) {
    return found.path("items").valueStream().map(item -> item.path("id").asString()).toList();
  }
}
