package dev.switchboard.user.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name of a person or company: 1 to 100 characters on one line. */
@NotBlank(message = "Please fill this in.")
@Size(max = 100, message = "At most 100 characters.")
@Pattern(
    regexp = ".*[\\p{L}\\p{N}\\p{P}\\p{S}].*",
    flags = Pattern.Flag.DOTALL,
    message = "Please fill this in.")
@Pattern(
    regexp = "[^\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*",
    message = "Line breaks and control characters are not allowed.")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface ValidName {
  /** For people. */
  String message() default "This is not a name.";

  /** Not used. */
  Class<?>[] groups() default {};

  /** Not used. */
  Class<? extends Payload>[] payload() default {};
}
