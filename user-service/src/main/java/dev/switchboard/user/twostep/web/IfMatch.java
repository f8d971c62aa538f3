package dev.switchboard.user.twostep.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** Which versions the caller has seen, as the header If-Match says (RFC 9110, 13.1.1). */
record IfMatch(List<ETag> seen) {
  static final String HEADER = "If-Match";

  /**
   * Reads the header; what is no entity tag is none of a version.
   *
   * @throws ProblemException {@code version.required}
   */
  static IfMatch required(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(
          CommonError.VERSION_REQUIRED, "Send If-Match with the ETag that you have read.");
    }
    return new IfMatch(ETag.parse(header));
  }

  /** Whether the caller has seen this version, or said that any will do. Weak tags never match. */
  boolean matches(long version) {
    String tag = Long.toString(version);
    return seen.stream()
        .anyMatch(each -> each.isWildcard() || (!each.weak() && each.tag().equals(tag)));
  }
}
