package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.line.BridgeId;
import dev.switchboard.numbering.line.BridgeProperties;
import dev.switchboard.numbering.line.Line;
import dev.switchboard.numbering.line.ReadLine;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The conference bridge of a user (F6). */
@RestController
@RequestMapping(path = "/api/v1/users/{id}/bridge", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Bridges")
@EnableConfigurationProperties(BridgeProperties.class)
class BridgeController {
  private final ReadLine readLine;
  private final BridgeProperties properties;

  BridgeController(ReadLine readLine, BridgeProperties properties) {
    this.readLine = readLine;
    this.properties = properties;
  }

  /** The bridge and the ways into it. */
  record BridgeResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "4827109365") String bridgeId,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Number to call for the audio bridge, E.164; then the id is typed.",
              example = "+18005550199")
          String dialIn,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Address of the video room.",
              example = "https://meet.jit.si/switchboard-4827109365")
          String videoUrl,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Address of the dashboard of meetings.",
              example = "https://meet.jit.si/")
          String meetingsUrl) {}

  @Operation(
      operationId = "readBridge",
      summary = "Read a user's conference bridge and the ways into it",
      description = "For admins, and for the user himself.")
  @GetMapping
  ResponseEntity<BridgeResponse> read(Caller caller, @PathVariable UUID id) {
    return LineAnswer.of(readLine.read(caller, id), null, this::toResponse);
  }

  private BridgeResponse toResponse(Line line) {
    BridgeId bridge = Objects.requireNonNull(line.bridgeId(), "bridge of an open line");
    return new BridgeResponse(
        bridge.value(), properties.dialIn(), properties.videoUrl(bridge), properties.meetingsUrl());
  }
}
