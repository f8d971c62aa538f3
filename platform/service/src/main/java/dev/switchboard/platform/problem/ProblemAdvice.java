package dev.switchboard.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every exception of a controller with problem+json. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  @ExceptionHandler
  ResponseEntity<Object> refused(ProblemException refusal) {
    return answer(
        refusal.error(),
        refusal.detail(),
        refusal.fields(),
        refusal.extensions(),
        refusal.retryAfter());
  }

  @ExceptionHandler
  ResponseEntity<Object> stale(OptimisticLockingFailureException stale) {
    return answer(CommonError.VERSION_MISMATCH, "Load it again and repeat your change.", List.of());
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    RecoverableDataAccessException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class // the rollback itself failed: the connection died under it
  })
  ResponseEntity<Object> down(Exception cause) {
    log.warn("A request met a database that is down: {}", cause.toString());
    return answer(
        CommonError.UNAVAILABLE,
        "Please try again in a few seconds.",
        List.of(),
        Map.of(),
        RETRY_AFTER);
  }

  /** Headers and parameters are judged by the firewall only when somebody reads them. */
  @ExceptionHandler
  ResponseEntity<Object> rejected(RequestRejectedException rejected) {
    return answer(
        CommonError.MALFORMED,
        "A header or parameter has characters that are not allowed.",
        List.of());
  }

  @ExceptionHandler
  ResponseEntity<Object> forbidden(AccessDeniedException denied) {
    return answer(CommonError.FORBIDDEN, "Your role does not allow this.", List.of());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException mismatch) {
    // A path that can't be an id is the address of nothing.
    boolean path =
        mismatch
            .getParameter()
            .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
    return path
        ? answer(CommonError.NOT_FOUND, "There is nothing at this address.", List.of())
        : answer(
            CommonError.MALFORMED,
            "The parameter " + mismatch.getName() + " can't be read.",
            List.of());
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception defect) {
    log.error("A request failed", defect);
    return answer(CommonError.INTERNAL, "We have been told and look into it.", List.of());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> fields =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(field ->
                new FieldError(
                    "/" + field.getField().replaceAll("[.\\[]", "/").replace("]", ""),
                    String.valueOf(field.getDefaultMessage()),
                    String.valueOf(field.getCode())))
            .toList();
    return answer(CommonError.INVALID, "Please correct the fields that are named.", fields);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> fields =
        invalid.getParameterValidationResults().stream()
            .flatMap(result -> result.getResolvableErrors().stream().map(e -> field(result, e)))
            .toList();
    return answer(CommonError.INVALID, "Please correct the parameters that are named.", fields);
  }

  private static FieldError field(ParameterValidationResult result, MessageSourceResolvable error) {
    String[] codes = error.getCodes();
    return new FieldError(
        "/" + result.getMethodParameter().getParameterName(),
        String.valueOf(error.getDefaultMessage()),
        codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1]);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    UnreadableBody body = UnreadableBody.of(unreadable);
    return answer(body.error(), body.detail(), body.fields());
  }

  /** All other exceptions that Spring MVC itself raises, such as 404, 405, 406 and 415. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    CommonError error =
        switch (status.value()) {
          case 404 -> CommonError.NOT_FOUND;
          case 405 -> CommonError.METHOD;
          case 406 -> CommonError.NOT_ACCEPTABLE;
          case 413 -> CommonError.TOO_LARGE;
          case 415 -> CommonError.MEDIA_TYPE;
          case 503 -> CommonError.UNAVAILABLE;
          default -> status.is4xxClientError() ? CommonError.MALFORMED : CommonError.INTERNAL;
        };
    if (error == CommonError.INTERNAL) {
      log.error("A request failed", cause);
    }
    String detail =
        body instanceof org.springframework.http.ProblemDetail problem
            ? problem.getDetail()
            : reason(cause);
    ResponseEntity<Object> answer =
        answer(error, detail == null ? error.title() + "." : detail, List.of());
    return ResponseEntity.status(answer.getStatusCode())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer.getBody());
  }

  /** Operators are told what is wrong with their command. */
  private static @Nullable String reason(Exception cause) {
    return cause.getCause() instanceof InvalidEndpointRequestException refused
        ? refused.getReason()
        : null;
  }

  private static ResponseEntity<Object> answer(
      ErrorCode error, String detail, List<FieldError> fields) {
    return answer(error, detail, fields, Map.of(), null);
  }

  private static ResponseEntity<Object> answer(
      ErrorCode error,
      String detail,
      List<FieldError> fields,
      Map<String, Object> extensions,
      @Nullable Duration retryAfter) {
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(error.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfter != null) {
      builder.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    return builder.body(Problems.body(error, detail, fields, extensions));
  }
}
