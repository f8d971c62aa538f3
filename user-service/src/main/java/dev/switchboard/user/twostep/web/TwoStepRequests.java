package dev.switchboard.user.twostep.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Bodies of requests about two-step sign-in. */
final class TwoStepRequests {

  private TwoStepRequests() {}

  /** POST /two-step/enrolment. */
  record Enrolment(
      @NotEmpty(message = "Please enter your password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password) {

    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  /** POST /two-step/confirmation and /two-step/recovery-codes. */
  record Code(
      @NotBlank(message = "Please enter the code.")
          @Size(max = 50, message = "At most 50 characters.")
          String code) {

    @Override
    public String toString() {
      return "Code";
    }
  }

  /** POST /two-step/removal. */
  record Removal(
      @NotEmpty(message = "Please enter your password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password,
      @NotBlank(message = "Please enter the code.")
          @Size(max = 50, message = "At most 50 characters.")
          String code) {

    @Override
    public String toString() {
      return "Removal";
    }
  }

  /** PUT /account/security. */
  record Security(@NotNull(message = "Please choose.") Boolean twoStepRequiredForAdmins) {}
}
