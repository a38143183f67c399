package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("call_answer")
record CallAnswerRow(@Id String callKey, String answer, long at) {}
