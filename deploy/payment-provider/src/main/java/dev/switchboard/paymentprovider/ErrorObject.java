package dev.switchboard.paymentprovider;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a refused call answers. */
record ErrorObject(Detail error) {

  /** Why; what does not apply is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(
      String type,
      @Nullable String code,
      @Nullable String declineCode,
      String message,
      @Nullable String param,
      @Nullable PaymentMethod paymentMethod,
      @Nullable PaymentIntent paymentIntent) {

    static Detail ofCard(
        String code, @Nullable String declineCode, String message, PaymentMethod method) {
      return new Detail("card_error", code, declineCode, message, null, method, null);
    }

    Detail with(PaymentIntent intent) {
      return new Detail(type, code, declineCode, message, param, paymentMethod, intent);
    }
  }

  static ErrorObject invalid(@Nullable String code, String message, @Nullable String param) {
    return new ErrorObject(
        new Detail("invalid_request_error", code, null, message, param, null, null));
  }
}
