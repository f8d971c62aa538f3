package dev.switchboard.user.passwordreset.web;

import dev.switchboard.platform.idempotency.Idempotency;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.passwordreset.ResetPasswordOfUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An admin resets the password of a user (D3). */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class ResetPasswordController {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final ResetPasswordOfUser resetPassword;
  private final Idempotency idempotency;

  ResetPasswordController(ResetPasswordOfUser resetPassword, Idempotency idempotency) {
    this.resetPassword = resetPassword;
    this.idempotency = idempotency;
  }

  @Operation(
      summary = "Send a user a link to set a new password",
      description =
          "Valid for 60 minutes, once; a link before it is void. For users who have joined.",
      responses = @ApiResponse(responseCode = "202", content = @Content))
  @AdminOnly
  @PostMapping("/{id}/password-resets")
  ResponseEntity<?> resetPassword(
      Caller caller,
      @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
      @PathVariable UUID id) {
    return idempotency.once(
        caller,
        key,
        "reset password " + id,
        () -> {
          resetPassword.reset(caller, id);
          return ResponseEntity.accepted().build();
        });
  }
}
