package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;

/** A number in the path of a request. */
public final class NumberPath {

  private NumberPath() {}

  /**
   * The number.
   *
   * @throws ProblemException {@code resource.not-found} for what can't be a number
   */
  public static E164 parse(String number) {
    try {
      return new E164(number);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(CommonError.NOT_FOUND, "The account has no such number.", e);
    }
  }
}
