package dev.switchboard.platform.web;

import dev.switchboard.platform.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How every service reads and writes JSON, and what it refuses to read. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
public class WebAutoConfiguration {

  /** Strict input: unknown properties, wrong kinds of values and trailing text are refused. */
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder ->
        builder
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withCoercionConfig(
                LogicalType.Textual,
                coercion -> {
                  coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  coercion.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  coercion.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
  }

  /** Bodies of unknown length stop at the same size as those that announce it. */
  @Bean
  JsonFactoryBuilderCustomizer limitedJson() {
    return builder ->
        builder.streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(RequestLimits.MAX_BODY_BYTES)
                .maxNestingDepth(50)
                .build());
  }

  @Bean
  FilterRegistrationBean<RequestLimits> requestLimits(ProblemWriter problems) {
    FilterRegistrationBean<RequestLimits> registration =
        new FilterRegistrationBean<>(new RequestLimits(problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }
}
