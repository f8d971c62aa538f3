package dev.switchboard.user.session.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.session.ExchangeToken;
import dev.switchboard.user.session.PublishedKeys;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the gateway and the other services; not reachable from outside. */
@Hidden
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class TokenController {
  private final ExchangeToken exchangeToken;
  private final PublishedKeys keys;

  TokenController(ExchangeToken exchangeToken, PublishedKeys keys) {
    this.exchangeToken = exchangeToken;
    this.keys = keys;
  }

  /** The value of the session cookie. */
  record ExchangeRequest(@NotEmpty @Size(max = 100) String session) {

    @Override
    public String toString() {
      return "ExchangeRequest";
    }
  }

  @PostMapping("/internal/token-exchange")
  ExchangeToken.Exchanged exchange(@Valid @RequestBody ExchangeRequest request) {
    return exchangeToken
        .exchange(request.session())
        .orElseThrow(() ->
            new ProblemException(CommonError.AUTH_REQUIRED, "The session is over. Sign in again."));
  }

  @GetMapping("/.well-known/jwks.json")
  Map<String, Object> keys() {
    return keys.asJson();
  }
}
