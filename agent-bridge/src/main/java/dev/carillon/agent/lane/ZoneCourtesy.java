package dev.carillon.agent.lane;

/// Where people are asked for their time zone. Not in the web chat, for one: browsers tell it.
@FunctionalInterface
public interface ZoneCourtesy {
    ZoneCourtesy NOWHERE = _ -> false;

    boolean asksOn(String gateway);
}
