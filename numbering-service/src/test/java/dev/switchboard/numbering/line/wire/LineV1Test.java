package dev.switchboard.numbering.line.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.line.BridgeId;
import dev.switchboard.numbering.line.Line;
import dev.switchboard.numbering.line.LineEvent;
import dev.switchboard.numbering.testing.Examples;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LineV1Test {

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("K1 the service writes each example of its line events as it is published")
  @CsvSource({
    "line.opened,full",
    "line.opened,minimal",
    "line.changed,full",
    "line.closed,full",
    "line.closed,minimal"
  })
  void writesExamples(String type, String name) {
    JsonNode example = Examples.read(type, name);
    Actor actor = Examples.actor(example);
    List<String> changed = Examples.texts(example.path("changed"));

    LineEvent event =
        switch (type) {
          case "line.opened" -> new LineEvent.Opened(actor, changed);
          case "line.changed" -> new LineEvent.Changed(actor, changed);
          default -> new LineEvent.Closed(actor, changed);
        };

    LineV1 written = LineV1.of(line(example), event);

    assertThat(Examples.withoutNulls(written)).isEqualTo(Examples.withoutNulls(example));
  }

  private static Line line(JsonNode example) {
    return new Line(
        new UserId(UUID.fromString(example.path("userId").asString())),
        new AccountId(UUID.fromString(example.path("accountId").asString())),
        Line.State.valueOf(example.path("state").asString()),
        example.has("extension")
            ? new Extension(Integer.parseInt(example.path("extension").asString()))
            : null,
        example.has("bridgeId") ? new BridgeId(example.path("bridgeId").asString()) : null,
        Examples.texts(example.path("directNumbers")).stream().map(E164::new).toList(),
        example.hasNonNull("forwardTo") ? new E164(example.path("forwardTo").asString()) : null,
        example.has("heldUntil") ? Instant.parse(example.path("heldUntil").asString()) : null,
        1,
        example.path("version").asLong());
  }
}
