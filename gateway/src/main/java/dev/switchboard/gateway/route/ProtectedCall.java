package dev.switchboard.gateway.route;

import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.service.SafeCall;
import dev.switchboard.gateway.service.Service;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Calls the service behind its breaker; an error that is no problem+json is told as one. */
@Component
class ProtectedCall implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  /** What people without a session ask for waits on its own: a flood of it slows nobody else. */
  private static final String ANONYMOUS = "anonymous";

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final SafeCall safeCall;

  ProtectedCall(SafeCall safeCall) {
    this.safeCall = safeCall;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    Service service = Routes.serviceOf(request);
    boolean anonymous = request.attribute(Admission.TOKEN).isEmpty();
    boolean safe = READING.contains(request.method());
    return safeCall.to(
        service,
        anonymous && !safe ? ANONYMOUS : service.serviceName(),
        safe && !ServiceExchange.hasBody(request.servletRequest()),
        () -> call(request, next));
  }

  private static ServerResponse call(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    ServerResponse answer;
    try {
      answer = next.handle(request);
    } catch (UncheckedIOException silent) {
      throw silent.getCause();
    }
    if (answer.statusCode().isError()
        && !isJson(answer)
        && !request.method().equals(HttpMethod.HEAD)) {
      if (answer instanceof PassedAnswer passed) {
        passed.close();
      }
      GatewayError error = GatewayError.ofStatus(answer.statusCode().value());
      throw new Refusal(error, error.title() + ".");
    }
    return answer;
  }

  private static boolean isJson(ServerResponse answer) {
    MediaType type = answer.headers().getContentType();
    return type != null && type.getSubtype().endsWith("json");
  }
}
