package dev.carillon.agent.timekeeper;

/// Puts another schedule in the place of the one that was meant.
final class Retarget {
    private Retarget() {}

    static Understanding to(Understanding understanding, Ref ref) {
        return switch (understanding) {
            case Understanding.Show _ -> new Understanding.Show(ref);
            case Understanding.Pause(_, var until, var assumptions) ->
                    new Understanding.Pause(ref, until, assumptions);
            case Understanding.Resume _ -> new Understanding.Resume(ref);
            case Understanding.Cancel _ -> new Understanding.Cancel(ref);
            case Understanding.Snooze(_, var to, var assumptions) ->
                    new Understanding.Snooze(ref, to, assumptions);
            case Understanding.SkipNext _ -> new Understanding.SkipNext(ref);
            case Understanding.RunNow _ -> new Understanding.RunNow(ref);
            case Understanding.Change(_, var move, var text) ->
                    new Understanding.Change(ref, move, text);
            case Understanding.History _ -> new Understanding.History(ref);
            case Understanding.Create _,
                    Understanding.ListSchedules _,
                    Understanding.SetTimezone _,
                    Understanding.Help _,
                    Understanding.Greet _,
                    Understanding.TellTime _,
                    Understanding.TellDate _,
                    Understanding.Introduce _,
                    Understanding.Acknowledge _,
                    Understanding.Ask _,
                    Understanding.Lost _ ->
                    understanding;
        };
    }
}
