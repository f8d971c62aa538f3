package dev.switchboard.user.invitation.web;

import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.ValidEmail;
import dev.switchboard.user.user.ValidName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests about invitations. */
final class InvitationRequests {

  private InvitationRequests() {}

  /** POST /users. */
  record Invite(
      @ValidName String firstName,
      @ValidName String lastName,
      @NotBlank(message = "Please fill this in.") @ValidEmail String email,
      @NotNull(message = "Please choose a plan.") Plan plan,
      @Nullable Boolean acceptCharges) {}

  /** POST /invitations/inspect. */
  record Inspect(@NotEmpty(message = "The token is missing.") @Size(max = 200) String token) {

    @Override
    public String toString() {
      return "Inspect";
    }
  }

  /** POST /invitations/accept. */
  record Accept(
      @NotEmpty(message = "The token is missing.") @Size(max = 200) String token,
      @NotEmpty(message = "Please choose a password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password) {

    @Override
    public String toString() {
      return "Accept";
    }
  }
}
