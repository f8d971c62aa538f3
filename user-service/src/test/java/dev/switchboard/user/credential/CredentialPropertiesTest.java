package dev.switchboard.user.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class CredentialPropertiesTest {

  @Test
  @DisplayName("A5 passwords are hashed by Argon2id with OWASP's memory and passes")
  void cost() {
    CredentialProperties defaults =
        Binder.get(new MockEnvironment())
            .bindOrCreate("switchboard.password", CredentialProperties.class);

    try (PasswordHasher hasher = new PasswordHasher(defaults)) {
      assertThat(hasher.hash("four lighthouses at low tide"))
          .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
  }
}
