package dev.switchboard.user.profile;

import dev.switchboard.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a voicemail PIN must be (product D): 6 to 10 digits, neither one group of digits again and
 * again (111111, 121212) nor a run up or down (123456, 654321), and not the own extension. Pure.
 *
 * @param shortest fewest digits
 * @param longest most digits
 */
record PinRules(int shortest, int longest) {
  /**
   * Refuses a bad PIN.
   *
   * @param extension of the user, or null while he has none
   * @throws ProblemException {@code pin.*}
   */
  void check(String pin, @Nullable String extension) {
    if (!pin.matches("[0-9]{" + shortest + "," + longest + "}")) {
      throw refuse(
          ProfileError.PIN_FORMAT,
          "Use %d to %d digits and nothing else.".formatted(shortest, longest));
    }
    if (isRepetition(pin)) {
      throw refuse(
          ProfileError.PIN_REPETITION, "Do not use the same digits again and again, as in 111111.");
    }
    if (isRun(pin)) {
      throw refuse(ProfileError.PIN_RUN, "Do not count up or down, as in 123456.");
    }
    if (pin.equals(extension)) {
      throw refuse(ProfileError.PIN_EXTENSION, "Everybody in the company knows the extension.");
    }
  }

  private static boolean isRepetition(String pin) {
    for (int length = 1; length <= pin.length() / 2; length++) {
      String group = pin.substring(0, length);
      if (group.repeat(pin.length() / length + 1).startsWith(pin)) {
        return true;
      }
    }
    return false;
  }

  /** Up or down by one each time; after 9 comes 0. */
  private static boolean isRun(String pin) {
    int step = Math.floorMod(pin.charAt(1) - pin.charAt(0), 10);
    if (step != 1 && step != 9) {
      return false;
    }
    for (int i = 2; i < pin.length(); i++) {
      if (Math.floorMod(pin.charAt(i) - pin.charAt(i - 1), 10) != step) {
        return false;
      }
    }
    return true;
  }

  private static ProblemException refuse(ProfileError error, String detail) {
    return ProblemException.field(error, "/voicemailPin", detail);
  }
}
