package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.number.Destination;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number of the account. */
public record PhoneNumberResponse(
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "E.164.", example = "+12025550143")
        String number,
    @Schema(requiredMode = RequiredMode.REQUIRED) PhoneNumber.State state,
    @Schema(description = "Null or missing when it is in no use.") PhoneNumber.@Nullable Use use,
    @Schema(description = "Who has it, when its use is DIRECT.") @Nullable UUID userId,
    @Schema(description = "What happens when it is called; null or missing when it is in no use.")
        @Nullable DestinationResponse destination,
    @Schema(description = "QUARANTINED: until then it can be taken back.")
        @Nullable Instant keptUntil,
    @Schema(requiredMode = RequiredMode.REQUIRED, example = "2") long version) {

  /** What happens when a number is called (F2). */
  public record DestinationResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) Destination.Type type,
      @Schema(description = "Of USER; of VOICEMAIL, where none means the company's box.")
          @Nullable UUID userId,
      @Schema(description = "Of FORWARD: E.164; who answers presses 1.", example = "+12125550187")
          @Nullable String forwardTo) {

    static @Nullable DestinationResponse of(@Nullable Destination destination) {
      if (destination == null) {
        return null;
      }
      UserId userId = destination.userId();
      E164 number = destination.number();
      return new DestinationResponse(
          destination.type(),
          userId == null ? null : userId.value(),
          number == null ? null : number.value());
    }
  }

  /** What callers see of a number. */
  public static PhoneNumberResponse of(PhoneNumber number) {
    UserId userId = number.userId();
    return new PhoneNumberResponse(
        number.number().value(),
        number.state(),
        number.use(),
        userId == null ? null : userId.value(),
        DestinationResponse.of(number.destination()),
        number.keptUntil(),
        number.version());
  }
}
