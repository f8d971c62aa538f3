package dev.switchboard.platform.security;

import dev.switchboard.platform.security.Caller.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Support may do only what says so: whoever writes an endpoint need not think of it (product I1).
 * What is open to all without a token is open to support as well.
 */
final class SupportStaysOut implements HandlerInterceptor {
  private final RequestMatcher open;

  SupportStaysOut(PublicEndpoints publicEndpoints) {
    this.open = publicEndpoints.matcher();
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
        && token.getPrincipal().role() == Role.SUPPORT
        && !isMeant(handler)
        && !open.matches(request)) {
      throw new AccessDeniedException("support may not do this");
    }
    return true;
  }

  private static boolean isMeant(Object handler) {
    return handler instanceof HandlerMethod method
        && (method.hasMethodAnnotation(SupportOnly.class)
            || method.hasMethodAnnotation(SupportToo.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), SupportOnly.class));
  }
}
