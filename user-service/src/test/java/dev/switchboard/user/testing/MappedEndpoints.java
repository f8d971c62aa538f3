package dev.switchboard.user.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The endpoints that this service's own controllers really have, as Spring has mapped them. */
@TestComponent
public final class MappedEndpoints {
  private final RequestMappingHandlerMapping mappings;

  MappedEndpoints(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  /** All mappings of controllers of this service. */
  public Collection<RequestMappingInfo> all() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry ->
            entry.getValue().getBeanType().getPackageName().startsWith("dev.switchboard.user"))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /** Method and path of each, such as {@code GET /api/v1/users}; a mapping of any method: ANY. */
  public List<String> methodsAndPaths() {
    return all().stream().flatMap(MappedEndpoints::methodsAndPaths).sorted().toList();
  }

  private static Stream<String> methodsAndPaths(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    List<String> names =
        methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
    return names.stream()
        .flatMap(name -> info.getPatternValues().stream().map(path -> name + " " + path));
  }
}
