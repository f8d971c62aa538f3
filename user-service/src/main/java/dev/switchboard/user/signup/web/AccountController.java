package dev.switchboard.user.signup.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.signup.SignUp;
import dev.switchboard.user.user.Email;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up (A1). */
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AccountController {
  private static final int MOST_SLOTS = 1_000;

  private final SignUp signUp;

  AccountController(SignUp signUp) {
    this.signUp = signUp;
  }

  /** The new ids. */
  record SignUpResponse(UUID accountId, UUID userId) {}

  @Operation(
      summary = "Sign a company up",
      description =
          "With its first admin, who occupies one of the slots, and its main number from the available ones.",
      responses = @ApiResponse(responseCode = "201", useReturnTypeSchema = true))
  @SecurityRequirements
  @PostMapping
  ResponseEntity<SignUpResponse> signUp(@Valid @RequestBody SignUpRequest request) {
    SignUpRequest.Admin admin = request.admin();
    SignUp.SignedUp signedUp =
        signUp.signUp(
            new SignUp.Command(
                request.companyName().strip(),
                timeZone(request.timeZone()),
                phoneNumber(request.mainNumber()),
                slots(request),
                admin.firstName().strip(),
                admin.lastName().strip(),
                Email.parse(admin.email()).orElseThrow(),
                admin.password(),
                admin.plan()));
    UUID accountId = signedUp.accountId().value();
    return ResponseEntity.created(URI.create("/api/v1/accounts/" + accountId))
        .body(new SignUpResponse(accountId, signedUp.userId().value()));
  }

  private static String timeZone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw invalid("/timeZone", "This time zone is not known.");
    }
    return name;
  }

  private static String phoneNumber(String text) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      String e164 =
          numbers.format(numbers.parse(text, null), PhoneNumberUtil.PhoneNumberFormat.E164);
      if (e164.equals(text)) {
        return e164;
      }
    } catch (NumberParseException e) {
      throw invalid("/mainNumber", "Use the form +12025550100: " + e.getErrorType());
    }
    throw invalid("/mainNumber", "Use the form +12025550100.");
  }

  private static Map<Plan, Integer> slots(SignUpRequest request) {
    Map<Plan, Integer> slots = new EnumMap<>(request.slots());
    if (slots.getOrDefault(request.admin().plan(), 0) < 1) {
      throw invalid("/admin/plan", "There is no slot of this plan for the admin.");
    }
    if (slots.values().stream().mapToLong(Integer::longValue).sum() > MOST_SLOTS) {
      throw invalid("/slots", "At most " + MOST_SLOTS + " users can be signed up at once.");
    }
    return slots;
  }

  private static ProblemException invalid(String pointer, String detail) {
    return ProblemException.field(CommonError.INVALID, pointer, detail);
  }
}
