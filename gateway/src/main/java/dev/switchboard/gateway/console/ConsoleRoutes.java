package dev.switchboard.gateway.console;

import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The console's files; an address that is no file is a deep link when a browser opens it. */
@Configuration(proxyBeanMethods = false)
class ConsoleRoutes {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String ASSETS = "/assets/";
  private static final List<String> NO_PAGES =
      List.of("/api", "/assets", "/actuator", "/internal", "/.well-known");

  /** The coding with no weight, or any but zero. */
  private static final Pattern GZIP =
      Pattern.compile("(?i)(^|,)\\s*gzip\\s*(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)");

  private static final String CHECK = "no-cache";
  private static final String FOR_EVER =
      "max-age=" + Duration.ofDays(365).toSeconds() + ", public, immutable";

  @Bean
  @Order(2)
  RouterFunction<ServerResponse> consoleFileRoutes(ConsoleFiles files) {
    return RouterFunctions.route()
        .route(RequestPredicates.all(), request -> answer(request, files))
        .build();
  }

  private static ServerResponse answer(ServerRequest request, ConsoleFiles files) throws Exception {
    String path = request.servletRequest().getRequestURI();
    if (!READING.contains(request.method())) {
      if (!isPage(path)) {
        throw notFound();
      }
      throw new Refusal(GatewayError.METHOD, "Only GET and HEAD are answered here.");
    }
    Optional<ConsoleFile> file = files.at(path);
    if (file.isPresent() && !path.endsWith(".html")) {
      return send(request, file.get(), path.startsWith(ASSETS) ? FOR_EVER : CHECK);
    }
    if (isPage(path) && wantsHtml(request)) {
      return send(request, files.startPage().orElseThrow(ConsoleRoutes::notFound), CHECK);
    }
    throw notFound();
  }

  private static ServerResponse send(ServerRequest request, ConsoleFile file, String caching)
      throws Exception {
    byte[] zipped = acceptsGzip(request) ? file.zipped() : null;
    String tag = '"' + file.tag() + (zipped == null ? "" : "-gzip") + '"';
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, caching);
    if (file.zipped() != null) {
      headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    headers.setContentType(file.type());
    if (zipped != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    byte[] body = zipped == null ? file.plain() : zipped;
    return new FileAnswer(tag, headers, body);
  }

  private static boolean isPage(String path) {
    return NO_PAGES.stream()
        .noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }

  private static boolean wantsHtml(ServerRequest request) {
    try {
      List<MediaType> accepted = request.headers().accept();
      return accepted.isEmpty()
          || accepted.stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static boolean acceptsGzip(ServerRequest request) {
    return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
        .anyMatch(value -> GZIP.matcher(value).find());
  }

  private static Refusal notFound() {
    return new Refusal(GatewayError.NOT_FOUND, "There is nothing at this address.");
  }
}
