package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

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

    static Fires fires(Window window, ClockDiary diary) {
        WatchedWindow watched = new WatchedWindow(window);
        int reached = diary.shown(0) - 1;
        for (int i = 0; i < diary.minutes(); i++) {
            int shown = diary.shown(i);
            watched.see(i, shown, reached);
            if (i == watched.next) {
                watched.fires.add(diary.second(i));
                watched.next += watched.step;
            }
            reached = Math.max(reached, shown);
        }
        return watched.fires;
    }

    private void see(int index, int shown, int reached) {
        for (int come = reached + 1; come <= shown; come++) {
            int ofDay = come % ClockDiary.DAY;
            // The end comes first: a window of a whole day ends where the next one begins.
            if (ofDay == to) {
                next = CLOSED;
            }
            if (ofDay == from && isOn(come / ClockDiary.DAY)) {
                next = index;
            }
        }
    }

    private boolean isOn(int day) {
        DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
        return window.days().isEmpty() || window.days().contains(weekday);
    }

    private static int minuteOfDay(LocalTime time) {
        return time.getHour() * ClockDiary.HOUR + time.getMinute();
    }
}
