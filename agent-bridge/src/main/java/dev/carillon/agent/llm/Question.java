package dev.carillon.agent.llm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/// What a model is asked.
///
/// @param tools the tools of the turn, whether or not they may be called now
/// @param mayCall whether the answer may call tools
record Question(List<ChatMessage> messages, List<ToolSpecification> tools, boolean mayCall) {}
