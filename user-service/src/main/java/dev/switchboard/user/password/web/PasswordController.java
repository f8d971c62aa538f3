package dev.switchboard.user.password.web;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.password.ChangePassword;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own password (G1). */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class PasswordController {
  private final ChangePassword changePassword;

  PasswordController(ChangePassword changePassword) {
    this.changePassword = changePassword;
  }

  /** PUT /users/{id}/password. */
  record PasswordChange(
      @NotEmpty(message = "Please enter your present password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String currentPassword,
      @NotEmpty(message = "Please choose a password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String newPassword) {

    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  @Operation(
      summary = "Change the own password",
      description = "For the user himself only. His other sessions end; this one goes on.",
      responses = @ApiResponse(responseCode = "204"))
  @PutMapping("/{id}/password")
  ResponseEntity<Void> changePassword(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody PasswordChange request) {
    changePassword.change(
        caller, id, new ChangePassword.Command(request.currentPassword(), request.newPassword()));
    return ResponseEntity.noContent().build();
  }
}
