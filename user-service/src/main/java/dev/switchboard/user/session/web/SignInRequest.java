package dev.switchboard.user.session.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of POST /session; {@code code} is of the authenticator app, or a recovery code. */
record SignInRequest(
    @NotBlank(message = "Please enter your e-mail address.")
        @Size(max = 254, message = "At most 254 characters.")
        String email,
    @NotEmpty(message = "Please enter your password.")
        @Size(max = 1000, message = "At most 1000 characters.")
        String password,
    @Nullable @Size(max = 50, message = "At most 50 characters.") String code) {

  @Override
  public String toString() {
    return "SignInRequest";
  }
}
