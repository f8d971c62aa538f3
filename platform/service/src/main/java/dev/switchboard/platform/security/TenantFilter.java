package dev.switchboard.platform.security;

import dev.switchboard.platform.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everything that a request does work for the account of its token. */
final class TenantFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
      Exception failure =
          Tenancy.as(token.getPrincipal().accountId(), () -> attempt(request, response, chain));
      switch (failure) {
        case null -> {}
        case IOException e -> throw e;
        case ServletException e -> throw e;
        default -> throw new IllegalStateException(failure);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static @Nullable Exception attempt(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
      return null;
    } catch (IOException | ServletException e) {
      return e;
    }
  }
}
