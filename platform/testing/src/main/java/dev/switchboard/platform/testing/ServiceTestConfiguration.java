package dev.switchboard.platform.testing;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** What a service test brings: a clock to move, tokens to call with, topics to write and read. */
@TestConfiguration
public class ServiceTestConfiguration {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock(Clock.systemUTC());
  }

  @Bean
  TestTokens testTokens(@Value("${spring.application.name}") String serviceName) {
    return new TestTokens(serviceName);
  }

  /** Verifies real signatures, with the test's key instead of user-service's. */
  @Bean
  @Primary
  JwtDecoder testJwtDecoder(TestTokens tokens) {
    return tokens.decoder();
  }

  @Bean
  TestTopics testTopics(JsonMapper json, DataSource database) {
    return new TestTopics(json, database);
  }
}
