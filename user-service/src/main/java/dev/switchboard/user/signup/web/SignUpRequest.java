package dev.switchboard.user.signup.web;

import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.ValidEmail;
import dev.switchboard.user.user.ValidName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** Body of POST /accounts. */
record SignUpRequest(
    @ValidName String companyName,
    @NotBlank(message = "Please choose a time zone.") @Size(max = 100) String timeZone,
    @NotBlank(message = "Please choose a main number.")
        @Size(max = 16, message = "This is not a phone number.")
        String mainNumber,
    @NotEmpty(message = "Please choose how many users of each plan you want.")
        Map<
                Plan,
                @NotNull(message = "Please enter a number.")
                @PositiveOrZero(message = "Not less than 0.") Integer>
            slots,
    @NotNull(message = "Please fill this in.") @Valid Admin admin) {

  /** The first admin. */
  record Admin(
      @ValidName String firstName,
      @ValidName String lastName,
      @NotBlank(message = "Please fill this in.") @ValidEmail String email,
      @NotEmpty(message = "Please choose a password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password,
      @NotNull(message = "Please choose a plan.") Plan plan) {

    @Override
    public String toString() {
      return "SignUpRequest.Admin";
    }
  }

  @Override
  public String toString() {
    return "SignUpRequest";
  }
}
