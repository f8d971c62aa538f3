package dev.switchboard.platform.problem;

/** Errors that every service may answer with. */
public enum CommonError implements ErrorCode {
  MALFORMED("request.malformed", 400, "The request cannot be read"),
  UNKNOWN_PROPERTY("request.unknown-property", 400, "The request has an unknown property"),
  INVALID("request.invalid", 422, "The request breaks a rule"),
  TOO_LARGE("request.too-large", 413, "The request is too large"),
  MEDIA_TYPE("request.media-type", 415, "The content type is not supported"),
  METHOD("request.method", 405, "The method is not allowed here"),
  NOT_ACCEPTABLE("request.not-acceptable", 406, "No acceptable answer exists"),
  NOT_FOUND("resource.not-found", 404, "Not found"),
  AUTH_REQUIRED("auth.required", 401, "Sign-in is needed"),
  FORBIDDEN("auth.forbidden", 403, "This is not allowed for you"),
  VERSION_REQUIRED("version.required", 428, "The version is missing"),
  VERSION_MISMATCH("version.mismatch", 412, "Someone else changed it"),
  IDEMPOTENCY_KEY_INVALID("idempotency.key-invalid", 400, "The Idempotency-Key is not valid"),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency.key-reused", 422, "The Idempotency-Key was used for another request"),
  CURSOR_INVALID("cursor.invalid", 400, "The cursor is not valid"),
  UNAVAILABLE("service.unavailable", 503, "A part of the service is down"),
  INTERNAL("internal.error", 500, "Something went wrong on our side");

  private final String code;
  private final int status;
  private final String title;

  CommonError(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
