package dev.switchboard.numbering.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
  UNASSIGN_NUMBER("DELETE", "/api/v1/phone-numbers/{number}/assignment"),
  LEAD_NUMBER("PUT", "/api/v1/phone-numbers/{number}/destination"),
  RESERVE_NUMBER("POST", "/api/v1/phone-numbers/reservations"),
  ORDER_NUMBER("POST", "/api/v1/phone-numbers"),
  LIST_ORDERS("GET", "/api/v1/phone-numbers/orders"),
  READ_ORDER("GET", "/api/v1/phone-numbers/orders/{id}"),
  RELEASE_NUMBER("DELETE", "/api/v1/phone-numbers/{number}"),
  TAKE_NUMBER_BACK("POST", "/api/v1/phone-numbers/{number}/restore"),
  READ_EXTENSION_SETTINGS("GET", "/api/v1/extension-settings"),
  CHANGE_EXTENSION_SETTINGS("PUT", "/api/v1/extension-settings"),
  READ_FORWARDING_COUNTRIES("GET", "/api/v1/forwarding-countries"),
  CHOOSE_FORWARDING_COUNTRIES("PUT", "/api/v1/forwarding-countries");

  private static final AtomicInteger NEXT = new AtomicInteger(9_000_000);

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
          LIST_ORDERS,
          READ_ORDER,
          READ_EXTENSION_SETTINGS,
          READ_FORWARDING_COUNTRIES,
          RELEASE_NUMBER,
          UNASSIGN_NUMBER ->
          request;
      case CHANGE_EXTENSION -> put(request, "{\"extension\":\"215\"}");
      case ASSIGN_NUMBER -> put(request, "{\"company\":true}");
      case CHANGE_EXTENSION_SETTINGS ->
          put(request, "{\"firstAssigned\":101,\"reservedRanges\":[]}");
      case CHOOSE_FORWARDING_COUNTRIES -> put(request, "{\"countries\":[\"US\"]}");
      case LEAD_NUMBER -> put(request, "{\"type\":\"GREETING\"}");
      case RESERVE_NUMBER -> put(request, "{\"number\":\"%s\"}".formatted(fresh()));
      case ORDER_NUMBER ->
          put(request, "{\"number\":\"%s\",\"acceptCharges\":true}".formatted(fresh()));
      case TAKE_NUMBER_BACK -> put(request, "{\"acceptCharges\":true}");
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

  /** A number that no carrier and nobody has. */
  private static String fresh() {
    return "+1404%07d".formatted(NEXT.incrementAndGet());
  }

  private static MockHttpServletRequestBuilder put(
      MockHttpServletRequestBuilder request, String body) {
    return request.header("If-Match", "*").contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
