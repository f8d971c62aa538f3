package dev.switchboard.platform.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a JSON body can't be read, told without Java names. */
record UnreadableBody(CommonError error, String detail, List<FieldError> fields) {

  static UnreadableBody of(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      UnreadableBody told = tell(cause);
      if (told != null) {
        return told;
      }
    }
    return new UnreadableBody(CommonError.MALFORMED, "The body is not valid JSON.", List.of());
  }

  private static @Nullable UnreadableBody tell(Throwable cause) {
    return switch (cause) {
      case StreamConstraintsException tooMuch ->
          new UnreadableBody(
              CommonError.TOO_LARGE, "The body is larger or deeper than allowed.", List.of());
      case UnrecognizedPropertyException unknown ->
          at(unknown, CommonError.UNKNOWN_PROPERTY, "This property is not known.");
      case DatabindException wrong ->
          at(wrong, CommonError.MALFORMED, "This value is not of the right kind.");
      default -> null;
    };
  }

  private static UnreadableBody at(DatabindException cause, CommonError error, String detail) {
    String pointer =
        cause.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining("/", "/", ""));
    return new UnreadableBody(
        error, detail, List.of(new FieldError(pointer, detail, error.code())));
  }
}
