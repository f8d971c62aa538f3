package dev.switchboard.paymentprovider;

import java.util.ArrayList;
import java.util.List;

/**
 * What a request does, and its answer.
 *
 * @param body an object of the interface
 * @param changes what is kept, all at once
 * @param answerLost whether the answer stays with us, though all is done
 */
record Act(int status, Object body, List<Stored> changes, boolean answerLost) {

  static Act answer(Object body) {
    return new Act(200, body, List.of(), false);
  }

  static Act done(Object body, Stored... changes) {
    return new Act(200, body, List.of(changes), false);
  }

  static Act refused(int status, ErrorObject body, Stored... changes) {
    return new Act(status, body, List.of(changes), false);
  }

  Act losingAnswer() {
    return new Act(status, body, changes, true);
  }

  Act with(Stored change) {
    List<Stored> all = new ArrayList<>(changes);
    all.add(change);
    return new Act(status, body, all, answerLost);
  }
}
