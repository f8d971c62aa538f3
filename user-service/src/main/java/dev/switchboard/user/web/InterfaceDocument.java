package dev.switchboard.user.web;

import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of all endpoints: contracts/openapi/user-service.yaml. */
@Configuration(proxyBeanMethods = false)
class InterfaceDocument {
  private static final String TOKEN = "internalToken";

  static {
    // The caller comes from the token and is no parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("user-service")
                .version("v1")
                .description(
                    "Accounts, users, invitations and sessions. Errors are application/problem+json with the codes"
                        + " of problems.yaml."))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Made by the gateway from the session cookie.")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
