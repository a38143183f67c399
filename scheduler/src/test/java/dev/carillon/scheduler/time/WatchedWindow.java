package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// When a window is due by the wall clock of a place: it opens when the clock shows or passes by
/// its first minute, closes when the clock shows or passes by its end, and in between steps are
/// counted like the strokes of an hourglass. A first minute or end that is shown again changes
/// nothing.
final class WatchedWindow {

    private static final int CLOSED = Integer.MAX_VALUE;

    private final Window window;
    private final Fires fires = new Fires();
    private final int from;
    private final int to;
    private final int step;
    private int next = CLOSED;

    private WatchedWindow(Window window) {
        this.window = window;
        from = minuteOfDay(window.from());
        to = minuteOfDay(window.to());
        step = (int) window.every().toMinutes();
    }

    /// The fires of each window, in the order of the windows.
    static List<Fires> fires(List<Window> windows, ClockDiary diary) {
        List<WatchedWindow> watched = windows.stream().map(WatchedWindow::new).toList();
        boolean[] isEdge = new boolean[ClockDiary.DAY];
        watched.forEach(each -> isEdge[each.from] = isEdge[each.to] = true);
        int reached = diary.shown(0) - 1;
        int next = CLOSED;
        for (int i = 0; i < diary.minutes(); i++) {
            int shown = diary.shown(i);
            for (int come = reached + 1; come <= shown; come++) {
                if (isEdge[come % ClockDiary.DAY]) {
                    next = 0;
                    for (WatchedWindow each : watched) {
                        each.comeTo(come, i);
                    }
                }
            }
            if (i >= next) {
                next = CLOSED;
                for (WatchedWindow each : watched) {
                    next = Math.min(next, each.step(i, diary));
                }
            }
            reached = Math.max(reached, shown);
        }
        return watched.stream().map(each -> each.fires).toList();
    }

    private void comeTo(int shown, int index) {
        int ofDay = shown % ClockDiary.DAY;
        // The end comes first: a window of a whole day ends where the next one begins.
        if (ofDay == to) {
            next = CLOSED;
        }
        if (ofDay == from && isOn(shown / ClockDiary.DAY)) {
            next = index;
        }
    }

    /// Returns when the next step is due.
    private int step(int index, ClockDiary diary) {
        if (index == next) {
            fires.add(diary.second(index));
            next += step;
        }
        return next;
    }

    private boolean isOn(int day) {
        DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
        return window.days().isEmpty() || window.days().contains(weekday);
    }

    private static int minuteOfDay(LocalTime time) {
        return time.getHour() * ClockDiary.HOUR + time.getMinute();
    }
}
