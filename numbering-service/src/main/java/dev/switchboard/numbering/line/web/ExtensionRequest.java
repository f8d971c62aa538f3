package dev.switchboard.numbering.line.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotNull;

/** PUT /users/{id}/extension. */
record ExtensionRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "3 to 6 digits, the first not 0.",
            example = "215")
        @NotNull(message = "Please fill this in.")
        String extension) {}
