package dev.switchboard.numbering.order.web;

import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.order.NumberOrder;
import dev.switchboard.numbering.order.OrderNumber;
import dev.switchboard.numbering.order.ReadOrders;
import dev.switchboard.numbering.order.ReserveNumber;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.idempotency.Idempotency;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** New numbers for an account (B7, F1). */
@RestController
@RequestMapping(path = "/api/v1/phone-numbers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Phone numbers")
class NumberOrderController {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** The list waits for the event that it names, so that one's own change is in it (B5). */
  private static final String CONSISTENCY_TOKEN = "Consistency-Token";

  private static final String SERVICE = "numbering-service:";
  private static final String E164_FORMAT = "\\+[1-9][0-9]{6,14}";
  private static final int MAX_LIMIT = 200;

  private final ReserveNumber reserveNumber;
  private final OrderNumber orderNumber;
  private final ReadOrders readOrders;
  private final Idempotency idempotency;

  NumberOrderController(
      ReserveNumber reserveNumber,
      OrderNumber orderNumber,
      ReadOrders readOrders,
      Idempotency idempotency) {
    this.reserveNumber = reserveNumber;
    this.orderNumber = orderNumber;
    this.readOrders = readOrders;
    this.idempotency = idempotency;
  }

  /** POST /phone-numbers/reservations. */
  record ReservationRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "E.164.",
              example = "+12025550143")
          @NotNull(message = "Please choose a number.")
          @Pattern(regexp = E164_FORMAT, message = "A phone number in E.164.")
          String number) {}

  /** A number that nobody else can have for a while. */
  record ReservationResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "+12025550143") String number,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "Until then.")
          @Nullable Instant reservedUntil) {}

  /** POST /phone-numbers. */
  record OrderRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "E.164.",
              example = "+12025550143")
          @NotNull(message = "Please choose a number.")
          @Pattern(regexp = E164_FORMAT, message = "A phone number in E.164.")
          String number,
      @Schema(description = "The user who is to have it; none: it is for the pool.")
          @Nullable UUID assignTo,
      @Schema(description = "Whether you agree to what it costs each month.")
          @Nullable Boolean acceptCharges) {}

  /** An order and what has become of it. */
  record OrderResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "E.164.") String number,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description =
                  "PENDING: the carrier is asked; ACTIVE: you have it; FAILED: you don't.")
          NumberOrder.State state,
      @Schema(description = "Why it failed.") NumberOrder.@Nullable Reason reason,
      @Schema(description = "The user who is to have it.") @Nullable UUID assignTo,
      @Schema(requiredMode = RequiredMode.REQUIRED) Instant orderedAt) {

    static OrderResponse of(NumberOrder order) {
      UserId assignTo = order.assignTo();
      return new OrderResponse(
          order.orderId(),
          order.number().value(),
          order.state(),
          order.reason(),
          assignTo == null ? null : assignTo.value(),
          order.orderedAt());
    }
  }

  /** The latest orders. */
  record OrdersResponse(@Schema(requiredMode = RequiredMode.REQUIRED) List<OrderResponse> items) {}

  @Operation(
      operationId = "reservePhoneNumber",
      summary = "Reserve a number for a while",
      description =
          "Nobody else can have it until reservedUntil; that ends by itself. 409 number.taken when somebody was faster,"
              + " number.past-due while a statement is unpaid;"
              + " 429 number.limit when too many were reserved today. For admins.")
  @AdminOnly
  @PostMapping(value = "/reservations", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ReservationResponse> reserve(
      Caller caller, @Valid @RequestBody ReservationRequest request) {
    PhoneNumber reserved = reserveNumber.reserve(caller, new E164(request.number()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new ReservationResponse(reserved.number().value(), reserved.keptUntil()));
  }

  @Operation(
      operationId = "orderPhoneNumber",
      summary = "Order a number",
      description =
          "For a user, or for the pool of unused numbers. The carrier may take its time: read the order until it is"
              + " no longer PENDING. 402 number.charge-not-accepted with the quote when it costs extra and acceptCharges is"
              + " not true; 409 number.past-due, number.taken, number.in-use, number.quarantined; 422"
              + " number.user-unknown; 429 number.limit."
              + " With an Idempotency-Key, repeating it is no second order. For admins.")
  @AdminOnly
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> order(
      Caller caller,
      @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String idempotencyKey,
      @Valid @RequestBody OrderRequest request) {
    OrderNumber.Command command =
        new OrderNumber.Command(
            new E164(request.number()),
            request.assignTo(),
            Boolean.TRUE.equals(request.acceptCharges()));
    return idempotency.once(
        caller,
        idempotencyKey,
        request,
        () -> {
          NumberOrder order = orderNumber.order(caller, command);
          return ResponseEntity.created(
                  URI.create("/api/v1/phone-numbers/orders/" + order.orderId()))
              .body(OrderResponse.of(order));
        });
  }

  @Operation(
      operationId = "listNumberOrders",
      summary = "List the latest orders of numbers",
      description = "The newest first. For admins.")
  @AdminOnly
  @GetMapping("/orders")
  OrdersResponse orders(
      Caller caller,
      @Parameter(description = "How many.")
          @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = MAX_LIMIT, message = "At most 200.")
          int limit) {
    return new OrdersResponse(
        readOrders.latest(caller, limit).stream().map(OrderResponse::of).toList());
  }

  @Operation(
      operationId = "readNumberOrder",
      summary = "Read what has become of an order",
      description = "For admins.")
  @AdminOnly
  @GetMapping("/orders/{id}")
  ResponseEntity<OrderResponse> order(Caller caller, @PathVariable UUID id) {
    NumberOrder order = readOrders.read(caller, id);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    UUID eventId = order.eventId();
    if (eventId != null && order.assignTo() != null) {
      answer.header(CONSISTENCY_TOKEN, SERVICE + eventId);
    }
    return answer.body(OrderResponse.of(order));
  }
}
