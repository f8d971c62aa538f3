package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.line.ChangeExtension;
import dev.switchboard.numbering.line.ReadLine;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The extension of a user (D7, F4). */
@RestController
@RequestMapping(path = "/api/v1/users/{id}/extension", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Extensions")
class ExtensionController {
  private final ReadLine readLine;
  private final ChangeExtension changeExtension;

  ExtensionController(ReadLine readLine, ChangeExtension changeExtension) {
    this.readLine = readLine;
    this.changeExtension = changeExtension;
  }

  @Operation(
      operationId = "readExtension",
      summary = "Read a user's extension",
      description = "For admins, and for the user himself.")
  @GetMapping
  ResponseEntity<ExtensionResponse> read(Caller caller, @PathVariable UUID id) {
    return LineAnswer.of(readLine.read(caller, id), null, ExtensionResponse::of);
  }

  @Operation(
      operationId = "changeExtension",
      summary = "Change a user's extension",
      description =
          "One number space for the whole account: 409 extension.taken or extension.held (of a deleted user), 422"
              + " extension.format or extension.reserved. The old extension is free at once. Needs If-Match: 428"
              + " without, 412 when somebody else was faster. Send the Consistency-Token on to the list of users to"
              + " see the change in it.")
  @AdminOnly
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ExtensionResponse> change(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ExtensionRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    ChangeExtension.Outcome outcome =
        changeExtension.change(
            caller,
            new ChangeExtension.Command(id, Extension.parse(request.extension()), seen::includes));
    return LineAnswer.of(outcome.line(), outcome.eventId(), ExtensionResponse::of);
  }
}
