package dev.carillon.gateway.api;

import io.micronaut.core.annotation.AnnotatedElement;
import io.micronaut.serde.config.naming.PropertyNamingStrategy;
import jakarta.inject.Singleton;

/// Snake case, and `notify` for what Java does not let a record call so.
@Singleton
final class ScheduleNaming implements PropertyNamingStrategy {
    @Override
    public String translate(AnnotatedElement element) {
        return element.getName().equals("notifyMode") ? "notify" : SNAKE_CASE.translate(element);
    }
}
