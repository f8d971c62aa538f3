package dev.switchboard.billing.preview.web;

import dev.switchboard.billing.preview.QuoteChanges;
import dev.switchboard.billing.preview.QuotedChange;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What acts would cost, before they are done (C1, E3). */
@RestController
@RequestMapping(path = "/api/v1/quotes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statements")
class QuoteController {
  private static final int MAX_CHANGES = 5_000;

  private final QuoteChanges quoteChanges;

  QuoteController(QuoteChanges quoteChanges) {
    this.quoteChanges = quoteChanges;
  }

  /** Kinds of acts. */
  enum Type {
    ADD_USER,
    CHANGE_PLAN,
    ADD_NUMBER,
    ASSIGN_NUMBER,
    RELEASE_NUMBER,
    TAKE_BACK_NUMBER,
    DELETE_USER
  }

  /** POST /quotes. */
  record QuoteRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "One after the other.")
          @NotEmpty(message = "Please name at least one change.")
          @Size(max = MAX_CHANGES, message = "At most 5,000 changes.")
          List<@NotNull(message = "Please fill this in.") @Valid Change> changes) {}

  /** One act. */
  record Change(
      @Schema(requiredMode = RequiredMode.REQUIRED) @NotNull(message = "Please choose one.")
          Type type,
      @Schema(description = "Of ADD_USER and CHANGE_PLAN.") @Nullable Plan plan,
      @Schema(
              description =
                  "Of CHANGE_PLAN and DELETE_USER; of ADD_NUMBER and ASSIGN_NUMBER, where none means nobody.")
          @Nullable UUID userId,
      @Schema(description = "Of ASSIGN_NUMBER, RELEASE_NUMBER and TAKE_BACK_NUMBER: E.164.")
          @Nullable String number,
      @Schema(description = "Of DELETE_USER: whether the slot stays.") @Nullable Boolean keepSlot) {

    @AssertTrue(message = "This kind of change needs a plan, a user or a number.")
    @Schema(hidden = true)
    boolean isWhole() {
      return switch (type) {
        case null -> true;
        case ADD_USER -> plan != null;
        case CHANGE_PLAN -> plan != null && userId != null;
        case ADD_NUMBER -> true;
        case ASSIGN_NUMBER, RELEASE_NUMBER, TAKE_BACK_NUMBER -> number != null;
        case DELETE_USER -> userId != null;
      };
    }

    QuotedChange toChange() {
      return switch (type) {
        case ADD_USER -> new QuotedChange.AddUser(Objects.requireNonNull(plan));
        case CHANGE_PLAN ->
            new QuotedChange.ChangePlan(
                Objects.requireNonNull(userId), Objects.requireNonNull(plan));
        case ADD_NUMBER -> new QuotedChange.AddNumber(userId);
        case ASSIGN_NUMBER -> new QuotedChange.AssignNumber(Objects.requireNonNull(number), userId);
        case RELEASE_NUMBER -> new QuotedChange.ReleaseNumber(Objects.requireNonNull(number));
        case TAKE_BACK_NUMBER -> new QuotedChange.TakeBackNumber(Objects.requireNonNull(number));
        case DELETE_USER ->
            new QuotedChange.DeleteUser(
                Objects.requireNonNull(userId), Boolean.TRUE.equals(keepSlot));
      };
    }
  }

  @Operation(
      operationId = "quoteChanges",
      summary = "Ask what changes would cost",
      description =
          "The difference of two previews of the next statement, to the cent; nothing changes. Open slots are used"
              + " first. 422 quote.user-unknown, quote.number-unknown, naming the change. For admins.")
  @AdminOnly
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  QuoteResponse quote(Caller caller, @Valid @RequestBody QuoteRequest request) {
    return QuoteResponse.of(
        quoteChanges.quote(
            caller.accountId(), request.changes().stream().map(Change::toChange).toList()));
  }
}
