package dev.switchboard.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) to the field, such as {@code /admin/email}
 * @param detail a sentence for people
 * @param code a word for programs, such as {@code NotBlank}
 */
public record FieldError(String pointer, String detail, String code) {}
