package dev.switchboard.user.session.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** Body of POST /session. */
record SignInRequest(
    @NotBlank(message = "Please enter your e-mail address.")
        @Size(max = 254, message = "At most 254 characters.")
        String email,
    @NotEmpty(message = "Please enter your password.")
        @Size(max = 1000, message = "At most 1000 characters.")
        String password) {

  @Override
  public String toString() {
    return "SignInRequest";
  }
}
