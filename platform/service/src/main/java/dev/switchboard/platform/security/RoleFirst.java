package dev.switchboard.platform.security;

import dev.switchboard.platform.security.Caller.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Judges the caller's role before his request is read, so that whoever may not do a thing learns
 * nothing of how it is asked for. Support may do only what says so: whoever writes an endpoint need
 * not think of it (product I1). What is open to all without a token is open to support as well.
 */
final class RoleFirst implements HandlerInterceptor {
  private final RequestMatcher open;

  RoleFirst(PublicEndpoints publicEndpoints) {
    this.open = publicEndpoints.matcher();
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
        && !mayCall(token.getPrincipal().role(), handler, request)) {
      throw new AccessDeniedException("this is for another role");
    }
    return true;
  }

  private boolean mayCall(Role role, Object handler, HttpServletRequest request) {
    if (isFor(handler, SupportOnly.class)) {
      return role == Role.SUPPORT;
    }
    if (isFor(handler, AdminOnly.class)) {
      return role == Role.ADMIN;
    }
    return role != Role.SUPPORT || isFor(handler, SupportToo.class) || open.matches(request);
  }

  private static boolean isFor(Object handler, Class<? extends Annotation> whom) {
    return handler instanceof HandlerMethod method
        && (method.hasMethodAnnotation(whom)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), whom));
  }
}
