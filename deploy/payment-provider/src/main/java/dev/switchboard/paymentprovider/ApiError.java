package dev.switchboard.paymentprovider;

import org.jspecify.annotations.Nullable;

/** A request that is refused before anything is done; the answer is not kept. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ErrorObject body;

  private ApiError(int status, ErrorObject body) {
    super(body.error().message());
    this.status = status;
    this.body = body;
  }

  static ApiError invalid(String message, @Nullable String param) {
    return new ApiError(400, ErrorObject.invalid(null, message, param));
  }

  /** A parameter or the path names something that is not there. */
  static ApiError missing(int status, String what, String id, String param) {
    return new ApiError(
        status,
        ErrorObject.invalid("resource_missing", "No such " + what + ": '" + id + "'", param));
  }

  static ApiError unknownPath(String method, String path) {
    return new ApiError(
        404,
        ErrorObject.invalid(
            null, "Unrecognized request URL (" + method + ": " + path + ").", null));
  }

  static ApiError unauthorized() {
    return new ApiError(401, ErrorObject.invalid(null, "Invalid API Key provided", null));
  }

  static ApiError keyOfAnotherRequest() {
    return new ApiError(
        400,
        new ErrorObject(
            new ErrorObject.Detail(
                "idempotency_error",
                null,
                null,
                "This idempotency key was used for a request with other parameters.",
                null,
                null,
                null)));
  }

  int status() {
    return status;
  }

  ErrorObject body() {
    return body;
  }
}
