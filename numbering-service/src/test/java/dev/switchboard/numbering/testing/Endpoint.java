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
  CHANGE_EXTENSION("PUT", "/api/v1/users/{id}/extension"),
  READ_FORWARDING("GET", "/api/v1/users/{id}/call-forwarding"),
  FORWARD_CALLS("PUT", "/api/v1/users/{id}/call-forwarding"),
  STOP_FORWARDING("DELETE", "/api/v1/users/{id}/call-forwarding"),
  READ_BRIDGE("GET", "/api/v1/users/{id}/bridge"),
  LIST_NUMBERS("GET", "/api/v1/phone-numbers"),
  ASSIGN_NUMBER("PUT", "/api/v1/phone-numbers/{number}/assignment"),
  UNASSIGN_NUMBER("DELETE", "/api/v1/phone-numbers/{number}/assignment");

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
        MockMvcRequestBuilders.request(method(), path, variables(id));
    return switch (this) {
      case FIND_AVAILABLE,
          READ_EXTENSION,
          READ_FORWARDING,
          STOP_FORWARDING,
          READ_BRIDGE,
          LIST_NUMBERS,
          UNASSIGN_NUMBER ->
          request;
      case CHANGE_EXTENSION -> put(request, "{\"extension\":\"215\"}");
      case ASSIGN_NUMBER -> put(request, "{\"company\":true}");
      case FORWARD_CALLS -> put(request, "{\"number\":\"+12125550187\"}");
    };
  }

  /** An id, or a number that nobody has. */
  private Object[] variables(UUID id) {
    if (path.contains("{number}")) {
      return new Object[] {"+12025550998"};
    }
    return path.contains("{id}") ? new Object[] {id} : new Object[0];
  }

  private static MockHttpServletRequestBuilder put(
      MockHttpServletRequestBuilder request, String body) {
    return request.header("If-Match", "*").contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
