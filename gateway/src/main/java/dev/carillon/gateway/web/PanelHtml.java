package dev.carillon.gateway.web;

import dev.carillon.agent.tool.Cards;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The list beside the chat: what is scheduled in it, soonest first.
final class PanelHtml {
    private static final Template LIST = new Template("<ol data-count=\"{{count}}\">{{rows}}</ol>");

    private static final Html NOTHING =
            new Html("<p class=\"none\" data-count=\"0\">Nothing is scheduled here.</p>");

    private static final Template ROW =
            new Template(
                    """
                    <li class="{{status}}">
                    <p class="what"><b>#{{number}}</b> {{what}}</p>
                    <p class="when">{{when}}</p>
                    <p class="next">{{next}}</p>
                    <div class="buttons" role="group" aria-label="Schedule #{{number}}"
                        data-schedule="{{id}}">{{buttons}}</div>
                    </li>
                    """);

    private static final Html PAUSE = button("pause", "Pause");
    private static final Html RESUME = button("resume", "Resume");
    private static final Html RUN = button("run", "Run now");
    private static final Html CANCEL = button("cancel", "Cancel");

    private PanelHtml() {}

    static Html of(List<Schedule> live, Schedules schedules) {
        if (live.isEmpty()) {
            return NOTHING;
        }
        Html rows = Html.join(live.stream().map(schedule -> row(schedule, schedules)));
        return LIST.fill(Map.of("count", live.size(), "rows", rows));
    }

    private static Html row(Schedule schedule, Schedules schedules) {
        String name = schedule.terms().name();
        return ROW.fill(
                Map.of(
                        "id", schedule.id(),
                        "status", schedule.state().status().name().toLowerCase(Locale.ROOT),
                        "number", schedule.number(),
                        "what", name == null ? schedule.payload().text() : name,
                        "when", Cards.when(schedule),
                        "next", next(schedules.upcoming(schedule, 1)),
                        "buttons", buttons(schedule.state().status())));
    }

    private static Html next(List<Instant> upcoming) {
        return upcoming.isEmpty()
                ? Html.text("paused")
                : new Html("next " + Times.full(upcoming.getFirst()).source());
    }

    private static Html buttons(Schedule.Status status) {
        return switch (status) {
            case ACTIVE -> new Html(PAUSE.source() + RUN.source() + CANCEL.source());
            case PAUSED -> new Html(RESUME.source() + CANCEL.source());
            case FINISHED, CANCELLED -> Html.NONE;
        };
    }

    private static Html button(String action, String label) {
        return new Template("<button type=\"button\" data-do=\"{{action}}\">{{label}}</button>")
                .fill(Map.of("action", action, "label", label));
    }
}
