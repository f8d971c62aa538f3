package dev.switchboard.platform.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** problem+json for controllers and filters. */
@AutoConfiguration
@Import(ProblemAdvice.class)
public class ProblemAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  BrokenOffAnswer brokenOffAnswer() {
    return new BrokenOffAnswer();
  }
}
