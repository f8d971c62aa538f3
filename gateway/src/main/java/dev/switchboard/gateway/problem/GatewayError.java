package dev.switchboard.gateway.problem;

/** Every error that the gateway itself answers with; listed in contracts/problems.yaml. */
public enum GatewayError {
  MALFORMED("request.malformed", 400, "The request cannot be read"),
  AUTH_REQUIRED("auth.required", 401, "Sign-in is needed"),
  FORBIDDEN("auth.forbidden", 403, "This is not allowed for you"),
  CSRF_MISSING("csrf.missing", 403, "The request could be forged"),
  CROSS_SITE("csrf.cross-site", 403, "The request comes from another site"),
  NOT_FOUND("resource.not-found", 404, "Not found"),
  METHOD("request.method", 405, "The method is not allowed here"),
  SLOW_BODY("request.timeout", 408, "The request did not arrive in time"),
  TOO_LARGE("request.too-large", 413, "The request is too large"),
  RATE("limit.rate", 429, "Too many requests"),
  INTERNAL("internal.error", 500, "Something went wrong on our side"),
  UNAVAILABLE("service.unavailable", 503, "A part of the service is down"),
  TIMEOUT("service.timeout", 503, "A part of the service did not answer in time");

  private final String code;
  private final int status;
  private final String title;

  GatewayError(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  /** Such as {@code csrf.missing}. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One short sentence, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** The error that fits a status which Spring or Tomcat chose. */
  public static GatewayError ofStatus(int status) {
    return switch (status) {
      case 401 -> AUTH_REQUIRED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD;
      case 408 -> SLOW_BODY;
      case 413 -> TOO_LARGE;
      case 429 -> RATE;
      case 502, 503 -> UNAVAILABLE;
      case 504 -> TIMEOUT;
      // Tomcat says 501 for a transfer coding that it does not know.
      case 501 -> MALFORMED;
      default -> status < 500 ? MALFORMED : INTERNAL;
    };
  }
}
