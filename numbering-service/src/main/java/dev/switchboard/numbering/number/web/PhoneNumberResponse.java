package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.value.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number of the account. */
public record PhoneNumberResponse(
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "E.164.", example = "+12025550143")
        String number,
    @Schema(requiredMode = RequiredMode.REQUIRED) PhoneNumber.State state,
    @Schema(description = "Null or missing when it is in no use.") PhoneNumber.@Nullable Use use,
    @Schema(description = "Who has it, when its use is DIRECT.") @Nullable UUID userId,
    @Schema(requiredMode = RequiredMode.REQUIRED, example = "2") long version) {

  /** What callers see of a number. */
  public static PhoneNumberResponse of(PhoneNumber number) {
    UserId userId = number.userId();
    return new PhoneNumberResponse(
        number.number().value(),
        number.state(),
        number.use(),
        userId == null ? null : userId.value(),
        number.version());
  }
}
