package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The `schedule` tool as a page of Markdown, for operators and for those who bring an agent of
/// their own. All that the code knows is read from the code.
public final class ScheduleToolReference {
    private final StringBuilder page = new StringBuilder();

    private ScheduleToolReference() {}

    /// The whole page.
    ///
    /// @param examples calls with their answers
    public static String markdown(List<Example> examples) {
        ScheduleToolReference reference = new ScheduleToolReference();
        reference.page.append(ReferenceText.OPENING);
        reference.page.append("\n> ").append(ScheduleToolSchema.DESCRIPTION).append("\n");
        reference.actions();
        reference.parameters();
        reference.page.append(ReferenceText.TIMES.formatted(UnclearTimes.SURELY_SECONDS));
        reference.understood();
        reference.refused();
        reference.examples(examples);
        reference.errors();
        return reference.page.toString();
    }

    private void actions() {
        page.append(ReferenceText.ACTIONS);
        page.append("| action | what it does | also understood |\n|---|---|---|\n");
        for (Action action : Action.values()) {
            row(code(Choices.name(action)), action.description(), codes(action.otherNames()));
        }
        page.append(ReferenceText.AFTER_ACTIONS);
    }

    private void parameters() {
        page.append("\n## Parameters\n\n| parameter | what | meaning |\n|---|---|---|\n");
        ToolParameters.ALL.properties().forEach(each -> parameter(each.getKey(), each.getValue()));
    }

    private void parameter(String name, JsonNode schema) {
        row(code(name), type(schema), schema.path("description").asText());
        schema.path("properties")
                .properties()
                .forEach(part -> parameter(name + "." + part.getKey(), part.getValue()));
    }

    private static String type(JsonNode schema) {
        if (!schema.has("enum")) {
            return switch (schema.path("type").asText()) {
                case "string" -> "text";
                case "integer" -> "whole number";
                case "boolean" -> "`true`, `false`";
                default -> schema.path("type").asText();
            };
        }
        List<String> choices = new ArrayList<>();
        schema.path("enum").forEach(choice -> choices.add(choice.asText()));
        return choices.size() > 6 ? "see above" : codes(choices);
    }

    private void understood() {
        page.append(ReferenceText.UNDERSTOOD);
        page.append("| ours | also understood |\n|---|---|\n");
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (OtherName each : OtherNames.list()) {
            others.computeIfAbsent(each.ours(), _ -> new ArrayList<>())
                    .add(code(each.other()) + unit(each.unit()));
        }
        others.forEach((ours, names) -> row(code(ours), String.join(", ", names)));
        page.append(
                ReferenceText.SHAPES.formatted(
                        codes(CallReader.WRAPPERS.stream().sorted().toList()),
                        codes(CallReader.BY_FORM.stream().sorted().toList())));
    }

    private static String unit(OtherName.Unit unit) {
        return switch (unit) {
            case NONE -> "";
            case SAID -> " (with its unit)";
            case MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS -> " (" + Choices.name(unit) + ")";
        };
    }

    private void refused() {
        page.append(ReferenceText.REFUSED);
        page.append("| parameter | passes as | otherwise the answer says |\n|---|---|---|\n");
        Map<ForeignNames.Foreign, List<String>> names = new LinkedHashMap<>();
        ForeignNames.all()
                .forEach((name, foreign) ->
                        names.computeIfAbsent(foreign, _ -> new ArrayList<>()).add(name));
        names.forEach((foreign, given) ->
                row(
                        codes(given),
                        codes(foreign.passes().stream().sorted().toList()),
                        foreign.instead()));
    }

    private void examples(List<Example> examples) {
        page.append(ReferenceText.ANSWERS);
        for (Example example : examples) {
            page.append(
                    "\n**%s**\n\n```json\n%s\n```\n\n```json\n%s\n```\n"
                            .formatted(example.title(), example.call(), example.answer()));
        }
    }

    private void errors() {
        page.append(ReferenceText.ERRORS);
        page.append("| code | when |\n|---|---|\n");
        for (ScheduleRefused.Code code : ScheduleRefused.Code.values()) {
            row(code(Choices.name(code)), when(code));
        }
    }

    private static String when(ScheduleRefused.Code code) {
        return switch (code) {
            case INPUT_INVALID ->
                    "The call cannot be understood, can be understood in two ways, or its time is"
                            + " past. The message says what to give instead.";
            case NOT_FOUND ->
                    "There is no such schedule or run in this chat. The message lists the schedules"
                            + " that are there; those of other chats do not exist for the caller.";
            case NOT_AVAILABLE ->
                    "The server does not offer it, or not here and now: making schedules inside a"
                            + " scheduled run, posting to another chat, running what is at work.";
            case LIMIT_REACHED ->
                    "A guard rail of the operator: too many schedules, too soon, too far ahead, too"
                            + " long. See [guard-rails.md](guard-rails.md).";
            case OUTSIDE_ACTIVE_HOURS ->
                    "The time lies outside the hours of the call or of the agent. The message says"
                            + " how to go ahead.";
            case NEEDS_APPROVAL ->
                    "Kept for what somebody has to allow first; no action answers so today.";
            case EXECUTION_FAILED ->
                    "Kept for what was allowed and failed all the same; no action answers so today.";
        };
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String codes(List<String> texts) {
        return texts.stream().map(ScheduleToolReference::code).collect(Collectors.joining(", "));
    }

    /// A call and what the tool answers.
    ///
    /// @param title what it shows
    public record Example(String title, String call, String answer) {}
}
