package dev.switchboard.gateway.header;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The security headers of every answer, whoever makes it. */
@Component
public class AnswerHeaders {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';"
          + " object-src 'none'";
  private static final String PERMISSIONS_POLICY =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  private final Map<String, String> headers = new LinkedHashMap<>();

  AnswerHeaders(PublicAddress address) {
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", PERMISSIONS_POLICY);
    // Whoever may be cached (the console's files) says so itself.
    headers.put("Cache-Control", "no-store");
    if (address.isHttps()) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  /** Sets them; a handler may set another Cache-Control afterwards. */
  public void addTo(HttpServletResponse response) {
    headers.forEach(response::setHeader);
  }
}
