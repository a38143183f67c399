package dev.carillon.scheduler.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// A place whose clocks are a trial for schedules, with ten years in which they are, and why.
record OddPlace(ZoneId zone, int firstYear, String why) {

    static final int YEARS = 10;

    private static final String PLACES =
            """
            UTC 2011 never changes: without it a fault of the test would look like one of the clocks
            Asia/Kolkata 2011 no changes, but half an hour beside the full hours
            America/New_York 2011 the second Sunday of March at two, the first of November
            America/New_York 2030 years for which the rules are known, but no list of changes
            America/St_Johns 2006 changed at one minute past midnight until 2011
            America/Mexico_City 2015 had daylight saving until 2022
            America/Grand_Turk 2011 did without winter time for three years
            America/Havana 2011 the gap begins at midnight, the doubled hour too
            America/Caracas 2007 half an hour back in 2007 and forth in 2016
            America/Santiago 2011 midnight does not exist in spring; rules differ every year
            Pacific/Easter 2011 Chile's changes two hours earlier, on the evening before
            America/Sao_Paulo 2011 midnights left out and evenings doubled until 2019
            America/Asuncion 2016 the same until it kept its summer time in 2024
            America/Argentina/San_Luis 2000 changes of its own, one for three weeks
            America/Nuuk 2016 changes on Saturday evening; no winter time in 2023
            America/Scoresbysund 2020 changed daylight saving and zone at once, so no clock, in 2024
            America/Guyana 1972 three quarters of an hour forth in 1975
            Atlantic/Azores 2011 a gap at midnight in Europe
            Europe/Lisbon 1990 was four years on the time of Berlin
            Europe/Dublin 2011 its law has winter time as the exception: negative daylight saving
            Europe/London 1971 began with summer time throughout the year
            Europe/Berlin 2011 the last Sundays of March and October at two and three
            Europe/Berlin 2030 the same by rule
            Europe/Istanbul 2011 a day late in 2011 and 2014, two weeks in 2015, for good in 2016
            Europe/Moscow 2011 summer time for good in 2011, winter time for good in 2014
            Europe/Volgograd 2011 four changes, the last in December 2020
            Europe/Simferopol 2011 two hours at once in March 2014
            Asia/Magadan 2011 two hours back in 2014, one forth in 2016
            Asia/Anadyr 2003 lost an hour of winter time in 2010, got it back in 2011
            Africa/Casablanca 2011 summer time interrupted by Ramadan: four changes a year
            Africa/Casablanca 2030 the same turned over: winter time for Ramadan only
            Africa/Cairo 2006 Ramadan in 2010, a last attempt in 2014, all at midnight
            Africa/Cairo 2020 daylight saving again from 2023 on, on Fridays at midnight
            Africa/Tripoli 2011 changed its mind within months
            Africa/Windhoek 2011 the south's seasons, until 2017
            Africa/Juba 2012 one hour back, once, in 2021
            Africa/Sao_Tome 2011 one year on another time, from a New Year's Day to the next
            Asia/Gaza 2011 begins at a minute past midnight, on days that differ each year
            Asia/Jerusalem 2011 summer began on Fridays and ended before Yom Kippur
            Asia/Beirut 2016 midnight does not exist on a Sunday of March
            Asia/Amman 2011 stayed in summer until December 2013; midnight on Fridays
            Asia/Damascus 2011 midnight on Fridays, both ways
            Asia/Tehran 2014 midnight by the Persian calendar, until 2022
            Asia/Dhaka 2005 one summer, from eleven at night, that ended with the year 2009
            Asia/Kathmandu 1980 a gap of a quarter of an hour, with the new year 1986
            Asia/Colombo 1996 back and forth by an hour and by half an hour
            Asia/Pyongyang 2011 half an hour back in 2015, and forth just before midnight in 2018
            Asia/Hong_Kong 1971 at half past three, once on 30 December
            Asia/Singapore 1975 the last half hour of 1981 does not exist
            Australia/Lord_Howe 2011 half an hour of daylight saving
            Pacific/Norfolk 2011 half an hour back in 2015, daylight saving since 2019
            Pacific/Chatham 2011 changes at a quarter to, with three quarters of an hour beside the full
            Pacific/Fiji 2011 a summer of a few weeks around the new year
            Pacific/Tongatapu 2011 a single summer
            Pacific/Rarotonga 1974 half an hour, after a first change of a whole one
            Pacific/Apia 2011 left 30 December 2011 out
            Pacific/Kwajalein 1990 left 21 August 1993 out
            Antarctica/Troll 2011 two hours of daylight saving
            Antarctica/Casey 2011 three hours, on days without a rule
            Antarctica/Davis 2005 two hours back and forth
            """;

    static List<OddPlace> all() {
        return PLACES.lines().map(OddPlace::read).toList();
    }

    private static OddPlace read(String line) {
        String[] parts = line.split(" ", 3);
        return new OddPlace(ZoneId.of(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    Instant from() {
        return newYear(firstYear);
    }

    Instant to() {
        return newYear(firstYear + YEARS);
    }

    @Override
    public String toString() {
        return "%s %d-%d: %s".formatted(zone, firstYear, firstYear + YEARS - 1, why);
    }

    private static Instant newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
