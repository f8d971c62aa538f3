package dev.switchboard.user.session.web;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.session.OperatorSessions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the operator's own people is signed in (I1).
 *
 * @param account always null: he belongs to none
 */
public record OperatorSessionResponse(
    EmployeeView user, @Schema(types = "null") @Nullable Object account) {

  /** The employee. */
  public record EmployeeView(
      UUID id, String name, String email, @Schema(allowableValues = "SUPPORT") Caller.Role role) {}

  /** An employee of support. */
  public static OperatorSessionResponse of(OperatorSessions.Employee employee) {
    return new OperatorSessionResponse(
        new EmployeeView(employee.id(), employee.name(), employee.email(), Caller.Role.SUPPORT),
        null);
  }
}
