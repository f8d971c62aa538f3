package dev.switchboard.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.SampleApplication;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import dev.switchboard.platform.sample.Wire;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class TraceTest extends SampleTest {
  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String token = SampleTokens.admin(UUID.randomUUID());

  @Autowired private ObjectProvider<SpanExporter> exporters;

  @ParameterizedTest
  @DisplayName("without an exporter, a request's trace goes into its event and the consumer's log")
  @ValueSource(strings = {"00", "01"}) // not sampled, sampled
  void goesThroughTheOutbox(String flags) {
    assertThat(exporters.stream()).isEmpty();
    String id = json(add("00-" + trace + "-00f067aa0ba902b7-" + flags)).path("id").asString();

    Wire.Read event = eventOf(id);
    assertThat(event.headers().get("traceparent"))
        .matches("00-" + trace + "-[0-9a-f]{16}-" + flags)
        .doesNotContain("00f067aa0ba902b7");
    assertThat(traceOfEffect(id)).isEqualTo(trace);
  }

  @Test
  @DisplayName("a request without a trace gets one")
  void startsATrace() {
    String id = json(add("nonsense")).path("id").asString();
    String parent = String.valueOf(eventOf(id).headers().get("traceparent"));
    assertThat(parent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    assertThat(traceOfEffect(id)).isEqualTo(parent.substring(3, 35));
  }

  @Test
  @DisplayName("what a caller writes into baggage goes nowhere; an event has only known headers")
  void noBaggage() {
    String id = json(add("00-" + trace + "-00f067aa0ba902b7-01")).path("id").asString();
    assertThat(eventOf(id).headers().keySet())
        .containsExactlyInAnyOrder(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_accountid",
            "content-type",
            "traceparent");
  }

  @Test
  @DisplayName("an error names the trace that the log has")
  void errorNamesTrace() {
    HttpResponse<String> answer =
        call(
            to("/api/v1/things/failures/other", token)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00"));
    assertThat(json(answer).path("traceId").asString()).isEqualTo(trace);
  }

  private HttpResponse<String> add(String traceParent) {
    return call(
        to("/api/v1/things", token)
            .header("Content-Type", "application/json")
            .header("traceparent", traceParent)
            .header("baggage", "secret=value")
            .POST(BodyPublishers.ofString(thing("desk"))));
  }

  private static Wire.Read eventOf(String id) {
    return Wire.readUntil(
            SampleApplication.TOPIC,
            records -> records.stream().anyMatch(each -> id.equals(each.key())))
        .stream()
        .filter(each -> id.equals(each.key()))
        .findFirst()
        .orElseThrow();
  }

  private String traceOfEffect(String id) {
    await().until(() -> !traces(id).isEmpty());
    return traces(id).getFirst();
  }

  private List<String> traces(String id) {
    return jdbc.sql("select coalesce(trace_id, 'none') from effect where thing_id = ?")
        .param(id)
        .query(String.class)
        .list();
  }
}
