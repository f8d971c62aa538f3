package dev.switchboard.user.audit;

import static dev.switchboard.user.testing.Endpoint.INVITE;
import static dev.switchboard.user.testing.Endpoint.SIGN_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.testing.Authenticator;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.Endpoint;
import dev.switchboard.user.testing.SupportDesk;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/**
 * H2, I13: what each endpoint leaves in the log. An endpoint that is not in {@link #act} does not
 * compile.
 */
class AuditedEndpointsTest extends UserServiceTest {
  private static final String ADDRESS = "203.0.113.77";
  private static final String BROWSER = "Audited Browser";

  /** What is not about a user. */
  private static final Map<String, String> OTHER_SUBJECTS =
      Map.of("session.ended", "SESSION", "account.security-changed", "ACCOUNT");

  private static final String NEW_PASSWORD = "eleven slow barges upstream";

  @Autowired private PasswordHasher hasher;

  private Company company;

  /** A request that succeeds, and the entries that it leaves: one for each act. */
  private record Act(MockHttpServletRequestBuilder request, List<Entry> entries) {}

  private record Entry(String action, String actorType, UUID actorId, UUID subjectId) {}

  @BeforeEach
  void signUp() {
    company = companies.signUp(4, 0, 0);
  }

  static Stream<Endpoint> changing() {
    return Arrays.stream(Endpoint.values())
        .filter(endpoint -> !endpoint.method().equals(HttpMethod.GET));
  }

  static Stream<Endpoint> reading() {
    return Arrays.stream(Endpoint.values())
        .filter(endpoint -> endpoint.method().equals(HttpMethod.GET));
  }

  @ParameterizedTest
  @DisplayName(
      "I13 every endpoint that changes something leaves exactly its entries, with actor, subject and origin")
  @MethodSource("changing")
  void leavesItsEntries(Endpoint endpoint) {
    Act act = act(endpoint);
    List<UUID> before = entryIds();

    MockHttpServletResponse answer = perform(act.request());

    assertThat(answer.getStatus()).as(Company.read(answer)).isBetween(200, 299);
    UUID account = endpoint == SIGN_UP ? uuid(body(answer).path("accountId")) : company.accountId();
    List<Entry> expected =
        endpoint == SIGN_UP
            ? List.of(ofUser("user.signed-up", uuid(body(answer).path("userId"))))
            : endpoint == INVITE
                ? List.of(byAdmin("user.invited", uuid(body(answer).path("id"))))
                : act.entries();
    assertThat(newEntries(account, before)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @DisplayName("H2 reading leaves none")
  @MethodSource("reading")
  void readingLeavesNone(Endpoint endpoint) {
    List<UUID> before = entryIds();
    RequestPostProcessor caller =
        endpoint.isForSupport() ? tokens.support(UUID.randomUUID()) : company.asAdmin();
    UUID id = endpoint.isForSupport() ? company.accountId() : company.adminId();

    assertThat(perform(endpoint.request(id, json).with(caller)).getStatus()).isEqualTo(200);

    assertThat(newEntries(company.accountId(), before)).isEmpty();
  }

  private Act act(Endpoint endpoint) {
    return switch (endpoint) {
      case SIGN_UP, INVITE -> new Act(good(endpoint), List.of()); // whose ids the answer tells
      case RESEND -> {
        UUID user = mailed();
        clock.advance(Duration.ofSeconds(61));
        yield new Act(
            endpoint.request(user, json).with(company.asAdmin()),
            List.of(byAdmin("invitation.resent", user)));
      }
      case INSPECT_LINK ->
          new Act(body(endpoint, Map.of("token", linkSecret(mailed(), 1))), List.of());
      case ACCEPT_LINK -> {
        UUID user = mailed();
        yield new Act(
            body(endpoint, Map.of("token", linkSecret(user, 1), "password", Company.PASSWORD)),
            List.of(new Entry("user.joined", "LINK", user, user)));
      }
      case SIGN_IN ->
          new Act(
              body(endpoint, Map.of("email", company.adminEmail(), "password", Company.PASSWORD)),
              List.of(ofUser("session.signed-in", company.adminId())));
      case SIGN_OUT, END_SESSION -> {
        UUID session = session();
        yield new Act(
            endpoint
                .request(session, json)
                .with(tokens.session(company.accountId(), company.adminId(), session)),
            List.of(byAdmin("session.ended", session)));
      }
      case EDIT_USER -> onMailed(endpoint, "user.changed");
      case SUSPEND -> {
        UUID user = joined(company, Company.newEmail("joined"));
        yield new Act(on(endpoint, user), List.of(byAdmin("user.suspended", user)));
      }
      case REACTIVATE -> {
        UUID user = joined(company, Company.newEmail("joined"));
        perform(on(Endpoint.SUSPEND, user));
        yield new Act(on(endpoint, user), List.of(byAdmin("user.reactivated", user)));
      }
      case DELETE_USER -> onMailed(endpoint, "user.deleted");
      case RESTORE -> {
        UUID user = mailed();
        perform(on(Endpoint.DELETE_USER, user));
        yield new Act(on(endpoint, user), List.of(byAdmin("user.restored", user)));
      }
      case ASK_FOR_RESET -> new Act(body(endpoint, endpoint.body()), List.of()); // of nobody
      case INSPECT_RESET -> new Act(body(endpoint, Map.of("token", resetSecret())), List.of());
      case COMPLETE_RESET ->
          new Act(
              body(endpoint, Map.of("token", resetSecret(), "password", NEW_PASSWORD)),
              List.of(new Entry("password.reset", "LINK", company.adminId(), company.adminId())));
      case RESET_PASSWORD ->
          new Act(
              on(endpoint, company.adminId()),
              List.of(byAdmin("password-reset.requested", company.adminId())));
      case CHANGE_PASSWORD ->
          new Act(
              on(endpoint, company.adminId()),
              List.of(ofUser("password.changed", company.adminId())));
      case BEGIN_TWO_STEP -> new Act(good(endpoint), List.of()); // not on before it is confirmed
      case CONFIRM_TWO_STEP -> {
        Authenticator app = twoStep().begin(company.asAdmin());
        yield new Act(
            body(endpoint, Map.of("code", app.code(0))).with(company.asAdmin()),
            List.of(ofUser("two-step.switched-on", company.adminId())));
      }
      case RENEW_RECOVERY_CODES -> {
        TwoStepCalls.On on = twoStep().switchOn(company.asAdmin());
        yield new Act(
            body(endpoint, Map.of("code", on.app().code(1))).with(company.asAdmin()),
            List.of(ofUser("two-step.recovery-codes-renewed", company.adminId())));
      }
      case SWITCH_TWO_STEP_OFF -> {
        TwoStepCalls.On on = twoStep().switchOn(company.asAdmin());
        yield new Act(
            body(endpoint, Map.of("password", Company.PASSWORD, "code", on.app().code(1)))
                .with(company.asAdmin()),
            List.of(ofUser("two-step.switched-off", company.adminId())));
      }
      case SWITCH_TWO_STEP_OFF_FOR_USER -> {
        UUID user = joined(company, Company.newEmail("joined"));
        twoStep().switchOn(tokens.user(company.accountId(), user));
        yield new Act(on(endpoint, user), List.of(byAdmin("two-step.switched-off", user)));
      }
      case CHANGE_SECURITY ->
          new Act(
              good(endpoint), List.of(byAdmin("account.security-changed", company.accountId())));
      case EXCHANGE_TOKEN ->
          new Act(
              body(
                  endpoint,
                  Map.of("session", sessionSecret(signIn(company.adminEmail(), Company.PASSWORD)))),
              List.of());
      case SUPPORT_SIGN_IN ->
          new Act(
              body(
                  endpoint,
                  Map.of(
                      "email",
                      SupportDesk.open(database(), hasher).email(),
                      "password",
                      SupportDesk.PASSWORD)),
              List.of()); // of no account
      case CHANGE_ADMIN -> {
        UUID next = joined(company, Company.newEmail("next"));
        UUID support = SupportDesk.open(database()).id();
        yield new Act(
            MockMvcRequestBuilders.put(endpoint.path(), company.accountId())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(Map.of("userId", next, "reason", "Ada has left.")))
                .with(tokens.support(support)),
            List.of(
                new Entry("account.admin-changed", "SUPPORT", support, next),
                new Entry("user.role-changed", "SUPPORT", support, next),
                new Entry("user.role-changed", "SUPPORT", support, company.adminId())));
      }
      case LIST_USERS,
          READ_USER,
          WHO_AM_I,
          LIST_SESSIONS,
          READ_KEYS,
          READ_AUDIT_LOG,
          EXPORT_AUDIT_LOG,
          FIND_ACCOUNTS,
          FIND_USERS,
          READ_TWO_STEP,
          READ_SECURITY ->
          throw new AssertionError(endpoint + " only reads");
    };
  }

  private Act onMailed(Endpoint endpoint, String action) {
    UUID user = mailed();
    return new Act(on(endpoint, user), List.of(byAdmin(action, user)));
  }

  private MockHttpServletRequestBuilder on(Endpoint endpoint, UUID id) {
    return endpoint.request(id, json).with(company.asAdmin());
  }

  private TwoStepCalls twoStep() {
    return new TwoStepCalls(http, json, clock);
  }

  /** The secret of a link that the admin has had sent to himself. */
  private String resetSecret() {
    perform(on(Endpoint.RESET_PASSWORD, company.adminId()));
    return linkSecret(awaitMails(company.adminId(), "password-reset", 1).getFirst());
  }

  private MockHttpServletRequestBuilder good(Endpoint endpoint) {
    return endpoint.request(company.adminId(), json).with(company.asAdmin());
  }

  private MockHttpServletRequestBuilder body(Endpoint endpoint, Map<String, Object> body) {
    return MockMvcRequestBuilders.request(endpoint.method(), endpoint.path())
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsBytes(body));
  }

  /** An invited user who has got his mail. */
  private UUID mailed() {
    UUID user = company.invited(Company.newEmail("mailed"), "BASIC");
    company.occupySeat(user, "BASIC", 1);
    linkSecret(user, 1);
    return user;
  }

  private UUID session() {
    signIn(company.adminEmail(), Company.PASSWORD);
    return uuid(body(get("/api/v1/sessions", company.asAdmin())).at("/items/0/id"));
  }

  private Entry byAdmin(String action, UUID subject) {
    return new Entry(action, Actor.Type.USER.name(), company.adminId(), subject);
  }

  private static Entry ofUser(String action, UUID user) {
    return new Entry(action, Actor.Type.USER.name(), user, user);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
    return Company.perform(
        http, request.header("X-Forwarded-For", ADDRESS).header("User-Agent", BROWSER));
  }

  private List<UUID> entryIds() {
    return database()
        .sql("select entry_id from audit_entry where account_id = ?")
        .param(company.accountId())
        .query(UUID.class)
        .list();
  }

  private List<Entry> newEntries(UUID account, List<UUID> before) {
    return database()
        .sql("select * from audit_entry where account_id = ? and entry_id <> all (?)")
        .param(account)
        .param(before.toArray(UUID[]::new))
        .query((row, index) -> {
          assertThat(row.getString("ip_address")).isEqualTo(ADDRESS);
          assertThat(row.getString("user_agent")).isEqualTo(BROWSER);
          String action = row.getString("action");
          assertThat(row.getString("subject_type"))
              .isEqualTo(OTHER_SUBJECTS.getOrDefault(action, "USER"));
          return new Entry(
              action,
              row.getString("actor_type"),
              row.getObject("actor_id", UUID.class),
              UUID.fromString(row.getString("subject_id")));
        })
        .list();
  }

  private static UUID uuid(JsonNode text) {
    return UUID.fromString(text.asString());
  }
}
