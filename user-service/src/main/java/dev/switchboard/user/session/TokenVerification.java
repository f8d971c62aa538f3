package dev.switchboard.user.session;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.switchboard.platform.security.SecurityAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.transaction.TransactionException;

/** This service verifies its own tokens without asking itself over HTTP. */
@Configuration(proxyBeanMethods = false)
class TokenVerification {

  @Bean
  JwtDecoder ownKeysJwtDecoder(
      SigningKeys keys, @Value("${spring.application.name}") String serviceName) {
    JWKSource<SecurityContext> source = (selector, context) -> selector.select(published(keys));
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, source));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    SecurityAutoConfiguration.restrict(decoder, serviceName);
    return decoder;
  }

  /** A token that can't be checked now is not a bad one: a busy database signs nobody out. */
  private static JWKSet published(SigningKeys keys) throws KeySourceException {
    try {
      return keys.published();
    } catch (DataAccessException | TransactionException e) {
      throw new KeySourceException("the keys can't be read", e);
    }
  }
}
