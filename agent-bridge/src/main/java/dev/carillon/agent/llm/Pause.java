package dev.carillon.agent.llm;

import java.time.Duration;

/// How to wait before a call is repeated.
@FunctionalInterface
interface Pause {
    void pause(Duration length) throws InterruptedException;
}
