package dev.carillon.agent;

/// A file that came with a message.
///
/// @param name as its sender calls it
/// @param mediaType as the platform says, such as `text/plain`; may be wrong
/// @param bytes its size; 0 when the platform does not say
/// @param reference how the gateway finds it again; holds no secret
public record Attachment(String name, String mediaType, long bytes, String reference) {}
