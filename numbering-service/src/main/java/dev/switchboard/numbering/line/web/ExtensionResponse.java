package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.line.Line;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** The extension of a user. */
record ExtensionResponse(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "3 to 6 digits, as people of the account dial it.",
            example = "102")
        String extension,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "Version of the user's line, for If-Match.",
            example = "1")
        long version) {

  static ExtensionResponse of(Line line) {
    return new ExtensionResponse(String.valueOf(line.extension()), line.version());
  }
}
