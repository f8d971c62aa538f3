package dev.switchboard.user.profile.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.profile.NewValue;
import dev.switchboard.user.user.ValidEmail;
import dev.switchboard.user.user.ValidName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of PATCH /users/{id}: what is not there stays as it is. A field is null when it was not
 * sent, and a new value of null when JSON's null was sent for it.
 */
final class ProfileRequest {
  private @Nullable NewValue<@ValidName String> firstName;
  private @Nullable NewValue<@ValidName String> lastName;
  private @Nullable NewValue<@ValidEmail String> email;
  private @Nullable NewValue<@Size(max = 40, message = "This is not a phone number.") String>
      mobile;
  private @Nullable NewValue<@Size(max = 100) String> timeZone;
  private @Nullable NewValue<@Size(max = 35) String> language;
  private @Nullable NewValue<@Size(max = 100) String> voicemailPin;

  @JsonProperty
  void setFirstName(@Nullable String value) {
    firstName = new NewValue<>(value);
  }

  @JsonProperty
  void setLastName(@Nullable String value) {
    lastName = new NewValue<>(value);
  }

  @Schema(description = "Only while the user is INVITED; the old link is void then.")
  @JsonProperty
  void setEmail(@Nullable String value) {
    email = new NewValue<>(value);
  }

  @Schema(
      types = {"string", "null"},
      description = "E.164; null removes it.")
  @JsonProperty
  void setMobile(@Nullable String value) {
    mobile = new NewValue<>(value);
  }

  @Schema(description = "IANA name, such as America/New_York.")
  @JsonProperty
  void setTimeZone(@Nullable String value) {
    timeZone = new NewValue<>(value);
  }

  @Schema(description = "en, es or fr.")
  @JsonProperty
  void setLanguage(@Nullable String value) {
    language = new NewValue<>(value);
  }

  @Schema(
      types = {"string", "null"},
      description = "6 to 10 digits, never shown again; null removes it.")
  @JsonProperty
  void setVoicemailPin(@Nullable String value) {
    voicemailPin = new NewValue<>(value);
  }

  @Nullable String firstName() {
    return required(firstName, "/firstName");
  }

  @Nullable String lastName() {
    return required(lastName, "/lastName");
  }

  @Nullable String email() {
    return required(email, "/email");
  }

  @Nullable NewValue<String> mobile() {
    return mobile;
  }

  @Nullable String timeZone() {
    return required(timeZone, "/timeZone");
  }

  @Nullable String language() {
    return required(language, "/language");
  }

  @Nullable NewValue<String> voicemailPin() {
    return voicemailPin;
  }

  /** Null when it was not sent; it can't be taken away. */
  private static @Nullable String required(@Nullable NewValue<String> sent, String pointer) {
    if (sent == null) {
      return null;
    }
    String value = sent.value();
    if (value == null) {
      throw ProblemException.field(CommonError.INVALID, pointer, "Please fill this in.");
    }
    return value;
  }

  @Override
  public String toString() {
    return "ProfileRequest";
  }
}
