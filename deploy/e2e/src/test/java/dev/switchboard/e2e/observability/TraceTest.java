package dev.switchboard.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.trace.Span;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One trace over all services, as a collector of an operator gets it. */
class TraceTest {
  private static final Set<String> ALL =
      Set.of(
          "gateway",
          "user-service",
          "billing-service",
          "numbering-service",
          "notification-service");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SERVER = 2;
  private static final Pattern PERSONAL =
      Pattern.compile("harborlight|Ngata|Okafor|[?&]search=|\\+1[0-9]{10}");

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void startSuite() {
    RunningSuite.get();
  }

  @Test
  @DisplayName("one trace leads from the request at the gateway over every service to the mail")
  void followsAnInvitation() throws Exception {
    Company company = Company.signUp(RunningSuite.get().baseUrl(), 2, 0, 0);
    String email = Company.newEmail("traced");
    company.invite(email, "BASIC", false).expect(201);
    new Mailbox(RunningSuite.get().mailUrl()).await(email, 1, PATIENCE);
    String trace = StoredMails.to(email).traceId();

    List<Span> spans = new ArrayList<>();
    Await.until(
        "all of trace " + trace + " has arrived",
        PATIENCE,
        () -> {
          spans.clear();
          spans.addAll(RunningSuite.spans().trace(trace));
          return spans.stream().anyMatch(span -> span.name().equals("send mail"))
              && spans.stream().map(Span::service).collect(Collectors.toSet()).containsAll(ALL)
              && loose(spans).stream().map(Span::parentId).toList().equals(List.of(""));
        });
    Span first = loose(spans).getFirst();
    assertThat(first.service()).isEqualTo("gateway");
    assertThat(first.kind()).isEqualTo(SERVER);
    assertThat(first.name()).containsIgnoringCase("post");
    assertThat(spans)
        .anySatisfy(span -> {
          assertThat(span.service()).isEqualTo("notification-service");
          assertThat(span.name()).isEqualTo("send mail");
          assertThat(wayTo(span, spans))
              .containsSubsequence(
                  "gateway",
                  "user-service",
                  "billing-service",
                  "user-service",
                  "notification-service");
        });
  }

  @Test
  @DisplayName("a problem names the trace in which the gateway and the service worked")
  void problemNamesItsTrace() throws Exception {
    Company company = Company.signUp(RunningSuite.get().baseUrl(), 1, 0, 0);
    Answer refused = company.admin().post("/users", Map.of("unknown", "property"), "key-1");
    String trace = refused.expect(400).body().path("traceId").asString();
    Await.until(
        "both tell their part of " + trace,
        PATIENCE,
        () ->
            RunningSuite.spans().trace(trace).stream()
                .map(Span::service)
                .collect(Collectors.toSet())
                .containsAll(Set.of("gateway", "user-service")));
  }

  @Test
  @DisplayName("a trace that a caller invents is not taken over: each request begins its own")
  void callersDoNotChooseTheTrace() throws Exception {
    Company company = Company.signUp(RunningSuite.get().baseUrl(), 1, 0, 0);
    String invented = "0123456789abcdef0123456789abcdef";
    Answer answer =
        company
            .admin()
            .send(
                "POST",
                "/users",
                new byte[0],
                Map.of("traceparent", "00-" + invented + "-00f067aa0ba902b7-01"));
    assertThat(answer.body().path("traceId").asString())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(invented);
    assertThat(RunningSuite.spans().trace(invented)).isEmpty();
  }

  @Test
  @DisplayName("I16 what somebody searched for, or whom a request is about, is in no trace")
  void noPersonalData() throws Exception {
    Company company = Company.signUp(RunningSuite.get().baseUrl(), 2, 0, 0);
    String email = Company.newEmail("searched");
    company.invite(email, "BASIC", false).expect(201);
    company.admin().get("/users?search=" + email).expect(200);
    String trace =
        company
            .admin()
            .get("/users?search=" + email + "&limit=no")
            .expect(400)
            .body()
            .path("traceId")
            .asString();
    Await.until(
        "the traces have arrived",
        PATIENCE,
        () ->
            RunningSuite.spans().trace(trace).stream()
                .anyMatch(span -> span.service().equals("gateway")));
    assertThat(RunningSuite.spans().texts(Pattern.compile("/api/v1/users"))).isNotEmpty();
    assertThat(RunningSuite.spans().texts(PERSONAL)).isEmpty();
    assertThat(PERSONAL.matcher("GET /users?search=" + email).find()).isTrue();
  }

  /** Those whose parent is not there: the first one, and what hangs in the air. */
  private static List<Span> loose(List<Span> spans) {
    Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toSet());
    return spans.stream().filter(span -> !ids.contains(span.parentId())).toList();
  }

  /** The services on the way from the first span to this one, each change of them once. */
  private static List<String> wayTo(Span span, List<Span> spans) {
    List<String> way = new ArrayList<>();
    for (Span at = span; at != null; at = parent(at, spans)) {
      if (way.isEmpty() || !way.getLast().equals(at.service())) {
        way.add(at.service());
      }
    }
    return way.reversed();
  }

  private static @Nullable Span parent(Span span, List<Span> spans) {
    return spans.stream()
        .filter(each -> each.id().equals(span.parentId()))
        .findFirst()
        .orElse(null);
  }
}
