package dev.carillon.agent.llm;

import java.time.InstantSource;

/// What the code needs of the world besides the models: the time, and how to let it pass.
record Surroundings(InstantSource clock, Pause pause) {}
