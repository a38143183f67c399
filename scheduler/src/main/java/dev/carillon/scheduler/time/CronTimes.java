package dev.carillon.scheduler.time;

import java.util.stream.IntStream;

/// The seconds of a day that match, as one bit for each hour, minute and second of the clock.
record CronTimes(long hours, long minutes, long seconds, boolean hourIsWild) {

    int[] hoursShown() {
        return values(hours);
    }

    int[] minutesShown() {
        return values(minutes);
    }

    int[] secondsShown() {
        return values(seconds);
    }

    int first() {
        return lowest(hours) * 3600 + lowest(minutes) * 60 + lowest(seconds);
    }

    int last() {
        return highest(hours) * 3600 + highest(minutes) * 60 + highest(seconds);
    }

    /// The first matching second of the day at or after the given one, or -1.
    int atOrAfter(int secondOfDay) {
        int hour = secondOfDay / 3600;
        if (has(hours, hour)) {
            int minute = secondOfDay / 60 % 60;
            if (has(minutes, minute)) {
                long rest = from(seconds, secondOfDay % 60);
                if (rest != 0) {
                    return hour * 3600 + minute * 60 + lowest(rest);
                }
            }
            long rest = from(minutes, minute + 1);
            if (rest != 0) {
                return hour * 3600 + lowest(rest) * 60 + lowest(seconds);
            }
        }
        long rest = from(hours, hour + 1);
        return rest == 0 ? -1 : lowest(rest) * 3600 + lowest(minutes) * 60 + lowest(seconds);
    }

    /// The last matching second of the day at or before the given one, or -1.
    int atOrBefore(int secondOfDay) {
        int hour = secondOfDay / 3600;
        if (has(hours, hour)) {
            int minute = secondOfDay / 60 % 60;
            if (has(minutes, minute)) {
                long rest = below(seconds, secondOfDay % 60 + 1);
                if (rest != 0) {
                    return hour * 3600 + minute * 60 + highest(rest);
                }
            }
            long rest = below(minutes, minute);
            if (rest != 0) {
                return hour * 3600 + highest(rest) * 60 + highest(seconds);
            }
        }
        long rest = below(hours, hour);
        return rest == 0 ? -1 : highest(rest) * 3600 + highest(minutes) * 60 + highest(seconds);
    }

    private static int[] values(long bits) {
        return IntStream.range(0, 60).filter(value -> has(bits, value)).toArray();
    }

    private static boolean has(long bits, int index) {
        return (bits >>> index & 1) != 0;
    }

    private static long from(long bits, int index) {
        return bits & (-1L << index);
    }

    private static long below(long bits, int index) {
        return bits & ((1L << index) - 1);
    }

    private static int lowest(long bits) {
        return Long.numberOfTrailingZeros(bits);
    }

    private static int highest(long bits) {
        return 63 - Long.numberOfLeadingZeros(bits);
    }
}
