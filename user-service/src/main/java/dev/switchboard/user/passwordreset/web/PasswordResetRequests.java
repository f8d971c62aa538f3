package dev.switchboard.user.passwordreset.web;

import dev.switchboard.user.user.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** Bodies of requests about links to set a new password. */
final class PasswordResetRequests {

  private PasswordResetRequests() {}

  /** POST /password-resets. */
  record AskForLink(@NotBlank(message = "Please fill this in.") @ValidEmail String email) {}

  /** POST /password-resets/inspect. */
  record InspectLink(@NotEmpty(message = "The token is missing.") @Size(max = 200) String token) {

    @Override
    public String toString() {
      return "InspectLink";
    }
  }

  /** POST /password-resets/complete. */
  record SetNewPassword(
      @NotEmpty(message = "The token is missing.") @Size(max = 200) String token,
      @NotEmpty(message = "Please choose a password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password) {

    @Override
    public String toString() {
      return "SetNewPassword";
    }
  }
}
