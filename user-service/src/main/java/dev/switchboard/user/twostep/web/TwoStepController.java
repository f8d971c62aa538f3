package dev.switchboard.user.twostep.web;

import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.twostep.BeginTwoStep;
import dev.switchboard.user.twostep.ConfirmTwoStep;
import dev.switchboard.user.twostep.ReadTwoStep;
import dev.switchboard.user.twostep.RenewRecoveryCodes;
import dev.switchboard.user.twostep.SwitchTwoStepOff;
import dev.switchboard.user.twostep.SwitchTwoStepOffForUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own two-step sign-in, and switching a user's off who has lost his phone. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Two-step sign-in")
class TwoStepController {
  private final ReadTwoStep readTwoStep;
  private final BeginTwoStep beginTwoStep;
  private final ConfirmTwoStep confirmTwoStep;
  private final RenewRecoveryCodes renewRecoveryCodes;
  private final SwitchTwoStepOff switchOff;
  private final SwitchTwoStepOffForUser switchOffForUser;

  TwoStepController(
      ReadTwoStep readTwoStep,
      BeginTwoStep beginTwoStep,
      ConfirmTwoStep confirmTwoStep,
      RenewRecoveryCodes renewRecoveryCodes,
      SwitchTwoStepOff switchOff,
      SwitchTwoStepOffForUser switchOffForUser) {
    this.readTwoStep = readTwoStep;
    this.beginTwoStep = beginTwoStep;
    this.confirmTwoStep = confirmTwoStep;
    this.renewRecoveryCodes = renewRecoveryCodes;
    this.switchOff = switchOff;
    this.switchOffForUser = switchOffForUser;
  }

  /** Codes that are told once, each good for one sign-in. */
  record RecoveryCodesResponse(List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "RecoveryCodesResponse";
    }
  }

  @Operation(summary = "Own two-step sign-in")
  @GetMapping("/two-step")
  ReadTwoStep.TwoStepStatus readTwoStep(Caller caller) {
    return readTwoStep.read(caller);
  }

  @Operation(
      summary = "Begin to set two-step sign-in up",
      description =
          "Answers the secret for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 s), this once: in Base32 and as"
              + " otpauth URI. Nothing changes before it is confirmed.")
  @PostMapping("/two-step/enrolment")
  BeginTwoStep.TwoStepSetUp beginTwoStep(
      Caller caller, @Valid @RequestBody TwoStepRequests.BeginTwoStepRequest request) {
    return beginTwoStep.begin(caller, request.password());
  }

  @Operation(
      summary = "Switch two-step sign-in on",
      description =
          "With a code that the app shows. Answers the recovery codes, this once; other sessions end.")
  @PostMapping("/two-step/confirmation")
  RecoveryCodesResponse confirmTwoStep(
      Caller caller, @Valid @RequestBody TwoStepRequests.TwoStepCode request) {
    return new RecoveryCodesResponse(confirmTwoStep.confirm(caller, request.code()));
  }

  @Operation(
      summary = "Make new recovery codes",
      description = "With a code of the app or an unused recovery code. All before are void.")
  @PostMapping("/two-step/recovery-codes")
  RecoveryCodesResponse renewRecoveryCodes(
      Caller caller, @Valid @RequestBody TwoStepRequests.TwoStepCode request) {
    return new RecoveryCodesResponse(renewRecoveryCodes.renew(caller, request.code()));
  }

  @Operation(
      summary = "Switch two-step sign-in off",
      description = "Not for an admin of a company that requires it. Other sessions end.",
      responses = @ApiResponse(responseCode = "204"))
  @PostMapping("/two-step/removal")
  ResponseEntity<Void> switchTwoStepOff(
      Caller caller, @Valid @RequestBody TwoStepRequests.TwoStepRemoval request) {
    switchOff.switchOff(caller, new SwitchTwoStepOff.Command(request.password(), request.code()));
    return ResponseEntity.noContent().build();
  }

  @Operation(
      summary = "Switch the two-step sign-in of another user off",
      description = "For somebody who has lost his phone; his sessions end. Not for oneself.",
      responses = @ApiResponse(responseCode = "204"))
  @AdminOnly
  @DeleteMapping("/users/{id}/two-step")
  ResponseEntity<Void> switchTwoStepOffForUser(Caller caller, @PathVariable UUID id) {
    switchOffForUser.switchOff(caller, id);
    return ResponseEntity.noContent().build();
  }
}
