package dev.switchboard.platform.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * Which versions of a resource the caller has seen, as the header If-Match says (RFC 9110, 13.1.1).
 * The entity tag of a resource is its version.
 */
public record IfMatch(List<ETag> seen) {
  /** Name of the header. */
  public static final String HEADER = "If-Match";

  /**
   * Reads the header; what is no entity tag is none of a version.
   *
   * @throws ProblemException {@code version.required} without one
   */
  public static IfMatch required(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(
          CommonError.VERSION_REQUIRED, "Send If-Match with the ETag that you have read.");
    }
    return new IfMatch(ETag.parse(header));
  }

  /** Reads the header; without one, any version will do. */
  public static IfMatch optional(@Nullable String header) {
    return header == null ? required("*") : required(header);
  }

  /** Whether the caller has seen this version, or said that any will do. Weak tags never match. */
  public boolean includes(long version) {
    String tag = Long.toString(version);
    return seen.stream()
        .anyMatch(each -> each.isWildcard() || (!each.weak() && each.tag().equals(tag)));
  }

  /**
   * Goes on only with a version that the caller has seen.
   *
   * @throws ProblemException {@code version.mismatch}
   */
  public static void require(LongPredicate seen, long version) {
    if (!seen.test(version)) {
      throw new ProblemException(
          CommonError.VERSION_MISMATCH, "Somebody else has changed it since you read it.");
    }
  }
}
