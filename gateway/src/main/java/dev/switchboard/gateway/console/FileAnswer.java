package dev.switchboard.gateway.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Bytes with their ETag and headers that replace those already set; 304 when the client has them.
 */
record FileAnswer(String tag, HttpHeaders headers, byte[] body) implements ServerResponse {

  @Override
  public HttpStatusCode statusCode() {
    return HttpStatus.OK;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return CollectionUtils.toMultiValueMap(Map.of());
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    headers.forEach((name, values) -> response.setHeader(name, values.getFirst()));
    if (new ServletWebRequest(request, response).checkNotModified(tag)) {
      return null;
    }
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
    return null;
  }
}
