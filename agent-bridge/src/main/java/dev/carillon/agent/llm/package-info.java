/// The agent that thinks with a language model: prompt, tool-calling loop, retries and fallback.
@NullMarked
package dev.carillon.agent.llm;

import org.jspecify.annotations.NullMarked;
