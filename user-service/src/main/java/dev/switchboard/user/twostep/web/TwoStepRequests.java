package dev.switchboard.user.twostep.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Bodies of requests about two-step sign-in. */
final class TwoStepRequests {

  private TwoStepRequests() {}

  /** POST /two-step/enrolment. */
  record BeginTwoStepRequest(
      @NotEmpty(message = "Please enter your password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password) {

    @Override
    public String toString() {
      return "BeginTwoStepRequest";
    }
  }

  /** POST /two-step/confirmation and /two-step/recovery-codes. */
  record TwoStepCode(
      @NotBlank(message = "Please enter the code.")
          @Size(max = 50, message = "At most 50 characters.")
          String code) {

    @Override
    public String toString() {
      return "TwoStepCode";
    }
  }

  /** POST /two-step/removal. */
  record TwoStepRemoval(
      @NotEmpty(message = "Please enter your password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password,
      @NotBlank(message = "Please enter the code.")
          @Size(max = 50, message = "At most 50 characters.")
          String code) {

    @Override
    public String toString() {
      return "TwoStepRemoval";
    }
  }

  /** PUT /account/security. */
  record AccountSecurityRequest(
      @NotNull(message = "Please choose.") Boolean twoStepRequiredForAdmins) {}
}
