package dev.switchboard.numbering.testing;

import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every endpoint of this service, with a request that an admin may make. */
public enum Endpoint {
  FIND_AVAILABLE("GET", "/api/v1/phone-numbers/available"),
  READ_EXTENSION("GET", "/api/v1/users/{id}/extension"),
  CHANGE_EXTENSION("PUT", "/api/v1/users/{id}/extension");

  private final String method;
  private final String path;

  Endpoint(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public HttpMethod method() {
    return HttpMethod.valueOf(method);
  }

  public String path() {
    return path;
  }

  /** The request with its good body. */
  public MockHttpServletRequestBuilder request(UUID id) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(
            method(), path, path.contains("{id}") ? new Object[] {id} : new Object[0]);
    return switch (this) {
      case FIND_AVAILABLE, READ_EXTENSION -> request;
      case CHANGE_EXTENSION ->
          request
              .header("If-Match", "*")
              .contentType(MediaType.APPLICATION_JSON)
              .content("{\"extension\":\"215\"}");
    };
  }
}
