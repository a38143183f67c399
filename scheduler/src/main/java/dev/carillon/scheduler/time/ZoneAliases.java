package dev.carillon.scheduler.time;

import static java.util.Map.entry;

import java.util.Map;

/// Names of zones that the time zone database does not know, or knows otherwise than people mean
/// them: abbreviations and large cities without a zone of their own.
final class ZoneAliases {

    // What people mean by them in summer and winter alike. Java's own table takes EST for a fixed
    // offset and BST for Bangladesh.
    static final Map<String, String> ALL =
            Map.ofEntries(
                    entry("z", "UTC"),
                    entry("est", "America/New_York"),
                    entry("edt", "America/New_York"),
                    entry("et", "America/New_York"),
                    entry("cst", "America/Chicago"),
                    entry("cdt", "America/Chicago"),
                    entry("ct", "America/Chicago"),
                    entry("mst", "America/Denver"),
                    entry("mdt", "America/Denver"),
                    entry("mt", "America/Denver"),
                    entry("pst", "America/Los_Angeles"),
                    entry("pdt", "America/Los_Angeles"),
                    entry("pt", "America/Los_Angeles"),
                    entry("akst", "America/Anchorage"),
                    entry("akdt", "America/Anchorage"),
                    entry("hst", "Pacific/Honolulu"),
                    entry("bst", "Europe/London"),
                    entry("cest", "CET"),
                    entry("eest", "EET"),
                    entry("west", "WET"),
                    entry("msk", "Europe/Moscow"),
                    entry("jst", "Asia/Tokyo"),
                    entry("kst", "Asia/Seoul"),
                    entry("sgt", "Asia/Singapore"),
                    entry("hkt", "Asia/Hong_Kong"),
                    entry("aest", "Australia/Sydney"),
                    entry("aedt", "Australia/Sydney"),
                    entry("awst", "Australia/Perth"),
                    entry("nzst", "Pacific/Auckland"),
                    entry("nzdt", "Pacific/Auckland"),
                    entry("munich", "Europe/Berlin"),
                    entry("hamburg", "Europe/Berlin"),
                    entry("frankfurt", "Europe/Berlin"),
                    entry("cologne", "Europe/Berlin"),
                    entry("geneva", "Europe/Zurich"),
                    entry("barcelona", "Europe/Madrid"),
                    entry("milan", "Europe/Rome"),
                    entry("edinburgh", "Europe/London"),
                    entry("manchester", "Europe/London"),
                    entry("washington", "America/New_York"),
                    entry("boston", "America/New_York"),
                    entry("miami", "America/New_York"),
                    entry("atlanta", "America/New_York"),
                    entry("nyc", "America/New_York"),
                    entry("dallas", "America/Chicago"),
                    entry("houston", "America/Chicago"),
                    entry("austin", "America/Chicago"),
                    entry("san francisco", "America/Los_Angeles"),
                    entry("seattle", "America/Los_Angeles"),
                    entry("san diego", "America/Los_Angeles"),
                    entry("montreal", "America/Toronto"),
                    entry("rio de janeiro", "America/Sao_Paulo"),
                    entry("beijing", "Asia/Shanghai"),
                    entry("shenzhen", "Asia/Shanghai"),
                    entry("delhi", "Asia/Kolkata"),
                    entry("new delhi", "Asia/Kolkata"),
                    entry("mumbai", "Asia/Kolkata"),
                    entry("bangalore", "Asia/Kolkata"),
                    entry("chennai", "Asia/Kolkata"),
                    entry("osaka", "Asia/Tokyo"),
                    entry("hanoi", "Asia/Ho_Chi_Minh"),
                    entry("tel aviv", "Asia/Jerusalem"),
                    entry("abu dhabi", "Asia/Dubai"),
                    entry("canberra", "Australia/Sydney"),
                    entry("wellington", "Pacific/Auckland"),
                    entry("st. petersburg", "Europe/Moscow"),
                    entry("cape town", "Africa/Johannesburg"));

    private ZoneAliases() {}
}
