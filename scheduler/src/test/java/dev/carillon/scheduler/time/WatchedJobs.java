package dev.carillon.scheduler.time;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// When jobs are due by the wall clock of a place. Each job is a bit of an `int`.
final class WatchedJobs {

    private final List<MeantJob> jobs;
    private final List<Fires> fires;
    private final int firstDay;
    private final int[] byDay;
    private final int[] byMinute = new int[ClockDiary.DAY];
    private int elapsed;

    private WatchedJobs(List<MeantJob> jobs, ClockDiary diary) {
        this.jobs = jobs;
        fires = Stream.generate(Fires::new).limit(jobs.size()).toList();
        firstDay = diary.shown(0) / ClockDiary.DAY - 1;
        byDay = new int[diary.minutes() / ClockDiary.DAY + 4];
        for (int i = 0; i < jobs.size(); i++) {
            note(jobs.get(i), 1 << i);
        }
    }

    /// The fires of each job, in the order of the jobs.
    static List<Fires> fires(List<MeantJob> jobs, ClockDiary diary) {
        WatchedJobs watched = new WatchedJobs(jobs, diary);
        int reached = diary.shown(0) - 1;
        for (int i = 0; i < diary.minutes(); i++) {
            int shown = diary.shown(i);
            watched.see(diary.second(i), shown, reached);
            reached = Math.max(reached, shown);
        }
        return watched.fires;
    }

    /// The clock shows a minute; before that it had come to `reached` at the latest. What lies
    /// between was passed by: the clock never showed it.
    private void see(long second, int shown, int reached) {
        int passed = 0;
        for (int missing = reached + 1; missing < shown; missing++) {
            passed |= matching(missing) & ~elapsed;
        }
        int due = matching(shown);
        if (shown <= reached) {
            due &= elapsed;
        }
        for (int rest = passed | due; rest != 0; rest &= rest - 1) {
            int index = Integer.numberOfTrailingZeros(rest);
            add(index, second, has(passed, index), has(due, index));
        }
    }

    // A time passed by is due at once, but not twice if the same instant is due by itself.
    private void add(int job, long second, boolean isPassed, boolean isShown) {
        if (isPassed) {
            fires.get(job).add(second);
        }
        if (isShown) {
            for (int within : jobs.get(job).seconds()) {
                if (!isPassed || within > 0) {
                    fires.get(job).add(second + within);
                }
            }
        }
    }

    private void note(MeantJob job, int bit) {
        for (int day = 0; day < byDay.length; day++) {
            if (job.date().test(LocalDate.ofEpochDay(firstDay + day))) {
                byDay[day] |= bit;
            }
        }
        for (int minute = 0; minute < byMinute.length; minute++) {
            if (job.time().matches(minute / 60, minute % 60)) {
                byMinute[minute] |= bit;
            }
        }
        if (job.isElapsed()) {
            elapsed |= bit;
        }
    }

    private int matching(int shown) {
        int byTime = byMinute[shown % ClockDiary.DAY];
        return byTime == 0 ? 0 : byTime & byDay[shown / ClockDiary.DAY - firstDay];
    }

    private static boolean has(int bits, int index) {
        return (bits >>> index & 1) != 0;
    }
}
