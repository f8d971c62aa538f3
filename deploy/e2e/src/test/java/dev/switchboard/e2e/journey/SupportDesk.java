package dev.switchboard.e2e.journey;

import dev.switchboard.local.client.Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** An employee of support, made by the command that an operator uses, and signed in. */
record SupportDesk(String email, Client client) {
  private static final String PASSWORD = "nine quiet herons on a weir";

  static SupportDesk open(String baseUrl) throws IOException, InterruptedException {
    String email = "noor." + UUID.randomUUID() + "@operator.example";
    Process command =
        new ProcessBuilder("../local/support-user", "--data", "target/suite", email, "Noor Haddad")
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    try (var input = command.getOutputStream()) {
      input.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (command.waitFor() != 0) {
      throw new IllegalStateException("support-user ended with " + command.exitValue());
    }
    Client client = new Client(baseUrl);
    client.post("/support/session", Map.of("email", email, "password", PASSWORD)).expect(200);
    client.get("/session").expect(200);
    return new SupportDesk(email, client);
  }
}
