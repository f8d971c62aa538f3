package dev.switchboard.numbering.extension.web;

import dev.switchboard.numbering.extension.ExtensionRange;
import dev.switchboard.numbering.extension.ExtensionSettings;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which extensions an account gives out, and which it keeps for itself (F4). */
@RestController
@RequestMapping(path = "/api/v1/extension-settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Extensions")
class ExtensionSettingsController {
  private static final int LOWEST = 100;
  private static final int HIGHEST = 999_999;
  private static final int MAX_RANGES = 50;

  private final ExtensionSettings extensionSettings;

  ExtensionSettingsController(ExtensionSettings extensionSettings) {
    this.extensionSettings = extensionSettings;
  }

  /** Extensions from the first to the last, both included. */
  record Range(
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "800")
          @NotNull(message = "Please fill this in.")
          @Min(value = LOWEST, message = "An extension has 3 to 6 digits.")
          @Max(value = HIGHEST, message = "An extension has 3 to 6 digits.")
          Integer first,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "899")
          @NotNull(message = "Please fill this in.")
          @Min(value = LOWEST, message = "An extension has 3 to 6 digits.")
          @Max(value = HIGHEST, message = "An extension has 3 to 6 digits.")
          Integer last) {}

  /** PUT /extension-settings. */
  record SettingsRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "The lowest extension that is given out by itself.",
              example = "101")
          @NotNull(message = "Please fill this in.")
          @Min(value = LOWEST, message = "An extension has 3 to 6 digits.")
          @Max(value = HIGHEST, message = "An extension has 3 to 6 digits.")
          Integer firstAssigned,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Ranges of which none is given to anybody; they do not overlap.")
          @NotNull(message = "Please fill this in.")
          @Size(max = MAX_RANGES, message = "At most 50 ranges.")
          List<@NotNull(message = "Please fill this in.") @Valid Range> reservedRanges) {}

  /** What is set. */
  record SettingsResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "101") int firstAssigned,
      @Schema(requiredMode = RequiredMode.REQUIRED) List<Range> reservedRanges,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "1") long version) {}

  @Operation(
      operationId = "readExtensionSettings",
      summary = "Read which extensions are given out",
      description = "For admins.")
  @AdminOnly
  @GetMapping
  ResponseEntity<SettingsResponse> read(Caller caller) {
    return answer(extensionSettings.read(caller));
  }

  @Operation(
      operationId = "changeExtensionSettings",
      summary = "Change which extensions are given out",
      description =
          "From now on; whoever has an extension keeps it. Needs If-Match: 428 without, 412 when somebody else was"
              + " faster. For admins.")
  @AdminOnly
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SettingsResponse> change(
      Caller caller,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody SettingsRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    List<ExtensionRange> reserved =
        request.reservedRanges().stream()
            .map(range -> new ExtensionRange(range.first(), range.last()))
            .toList();
    return answer(
        extensionSettings.change(caller, request.firstAssigned(), reserved, seen::includes));
  }

  private static ResponseEntity<SettingsResponse> answer(ExtensionSettings.Settings settings) {
    return ResponseEntity.ok()
        .eTag(Long.toString(settings.version()))
        .body(
            new SettingsResponse(
                settings.firstAssigned(),
                settings.reserved().stream()
                    .map(range -> new Range(range.first(), range.last()))
                    .toList(),
                settings.version()));
  }
}
