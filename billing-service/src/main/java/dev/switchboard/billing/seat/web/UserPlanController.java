package dev.switchboard.billing.seat.web;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.ChangePlan;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plan of a user (B6). */
@RestController
@RequestMapping(path = "/api/v1/users/{id}/plan", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Plans")
class UserPlanController {
  /** The list waits for the event that it names, so that one's own change is in it (B5). */
  private static final String CONSISTENCY_TOKEN = "Consistency-Token";

  private static final String SERVICE = "billing-service:";

  private final ChangePlan changePlan;

  UserPlanController(ChangePlan changePlan) {
    this.changePlan = changePlan;
  }

  /** PUT /users/{id}/plan. */
  record PlanRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED) @NotNull(message = "Please choose a plan.")
          Plan plan,
      @Schema(description = "Whether you agree to what it costs.")
          @Nullable Boolean acceptCharges) {}

  /** A user's plan. */
  record UserPlanResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) Plan plan,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Version of the user's seat.",
              example = "2")
          long version) {}

  @Operation(
      operationId = "readUserPlan",
      summary = "Read the plan of a user",
      description = "For admins.")
  @AdminOnly
  @GetMapping
  ResponseEntity<UserPlanResponse> read(Caller caller, @PathVariable UUID id) {
    return answer(changePlan.read(caller, id));
  }

  @Operation(
      operationId = "changeUserPlan",
      summary = "Give a user another plan",
      description =
          "At once. 402 plan.charge-not-accepted with the quote when it costs more and acceptCharges is not true; 409"
              + " plan.past-due. Needs If-Match: 428 without, 412 when somebody else was faster. For admins.")
  @AdminOnly
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<UserPlanResponse> change(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody PlanRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    return answer(
        changePlan.change(
            caller,
            new ChangePlan.Command(
                id, request.plan(), Boolean.TRUE.equals(request.acceptCharges()), seen::includes)));
  }

  private static ResponseEntity<UserPlanResponse> answer(ChangePlan.Outcome outcome) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(Long.toString(outcome.version()));
    if (outcome.eventId() != null) {
      answer.header(CONSISTENCY_TOKEN, SERVICE + outcome.eventId());
    }
    return answer.body(new UserPlanResponse(outcome.plan(), outcome.version()));
  }
}
