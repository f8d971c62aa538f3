package dev.switchboard.gateway.route;

import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.service.GatewayProperties;
import dev.switchboard.gateway.service.Service;
import java.net.URI;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes to the services; a path of the API that none of them has is not found. */
@Configuration(proxyBeanMethods = false)
class Routes {
  private static final String SERVICE = Routes.class.getName() + ".service";

  @Bean
  @Order(0)
  RouterFunction<ServerResponse> serviceRoutes(
      GatewayProperties properties, Admission admission, ProtectedCall protectedCall) {
    RouterFunctions.Builder all = RouterFunctions.route();
    for (Service service : Service.values()) {
      all.add(route(service, properties.addressOf(service), admission, protectedCall));
    }
    return all.build();
  }

  @Bean
  @Order(1)
  RouterFunction<ServerResponse> unknownPaths() {
    return RouterFunctions.route()
        .path(
            "/api",
            api ->
                api.route(
                    RequestPredicates.all(),
                    request -> {
                      throw new Refusal(
                          GatewayError.NOT_FOUND, "There is nothing at this address.");
                    }))
        .build();
  }

  private static RouterFunction<ServerResponse> route(
      Service service, URI address, Admission admission, ProtectedCall protectedCall) {
    RequestPredicate itsPaths =
        service.paths().stream()
            .map(RequestPredicates::path)
            .reduce(RequestPredicate::or)
            .orElseThrow();
    return GatewayRouterFunctions.route(service.serviceName())
        .route(itsPaths, HandlerFunctions.http())
        .before(BeforeFilterFunctions.uri(address))
        .before(request -> {
          request.attributes().put(SERVICE, service);
          return request;
        })
        .filter(admission)
        .filter(protectedCall)
        .build();
  }

  /** The service that a routed request belongs to. */
  static Service serviceOf(ServerRequest request) {
    return (Service) request.attribute(SERVICE).orElseThrow();
  }
}
