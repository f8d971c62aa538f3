package dev.switchboard.e2e.fault;

import dev.switchboard.local.client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends a request again until it has a definite answer, as a careful client does, and counts all
 * answers. Thread-safe.
 */
final class Persistence {
  static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final int STRANGERS_PER_SECOND = 16;

  /** Refusals with status 429 that no repetition changes soon. */
  private static final Set<String> DEFINITE = Set.of("invitation.resend-too-soon", "number.limit");

  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

  /** What needs no session is limited for each address. */
  private final Pace strangers = new Pace(STRANGERS_PER_SECOND);

  /** A request. */
  interface Call {
    Answer send() throws IOException;
  }

  /**
   * How a request ended.
   *
   * @param status the last one; 0 when there was no answer
   * @param code of the problem, or the empty text
   * @param body a missing node when there is none
   * @param repeated whether an earlier try may have had its effect without an answer
   */
  record Last(int status, String code, JsonNode body, boolean isDefinite, boolean repeated) {
    private static final Last NONE = new Last(0, "", MissingNode.getInstance(), false, false);

    private static Last of(Answer answer, boolean repeated) {
      return new Last(
          answer.status(), answer.code(), answer.body(), Persistence.isDefinite(answer), repeated);
    }
  }

  /** Sends until the answer is definite or patience ends. */
  Last send(Call call) {
    return send(call, Set.of());
  }

  /** The same for somebody without a session: in his turn. */
  Last sendAsStranger(Call call) {
    return send(() -> {
      strangers.await();
      return call.send();
    });
  }

  /**
   * Sends until the answer is definite or patience ends.
   *
   * @param passing codes of problems that pass by themselves
   */
  Last send(Call call, Set<String> passing) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Last last = Last.NONE;
    boolean repeated = false;
    do {
      try {
        last = Last.of(call.send(), repeated);
        if (!passing.contains(last.code())) {
          count(last.status() + " " + last.code() + (repeated ? REPEATED : ""));
          if (last.isDefinite()) {
            return last;
          }
          repeated = true;
        }
      } catch (IOException noAnswer) {
        last = Last.NONE;
        count("no answer: " + noAnswer.getClass().getSimpleName());
        repeated = true;
      }
    } while (System.nanoTime() - deadline < 0 && pause(PAUSE));
    return new Last(last.status(), last.code(), last.body(), false, repeated);
  }

  /** What stands behind an answer to a request that was sent before. */
  static final String REPEATED = " (again)";

  /** Waits; false when it must end. */
  static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How often each answer came. */
  Map<String, Long> answers() {
    Map<String, Long> counts = new TreeMap<>();
    answers.forEach((answer, count) -> counts.put(answer, count.sum()));
    return counts;
  }

  private static boolean isDefinite(Answer answer) {
    int status = answer.status();
    return status < 500
        && status != UNAUTHORIZED
        && (status != TOO_MANY || DEFINITE.contains(answer.code()));
  }

  /** Counts something that is no answer. */
  void note(String what) {
    count(what);
  }

  private void count(String answer) {
    answers.computeIfAbsent(answer.strip(), each -> new LongAdder()).increment();
  }
}
