package dev.carillon.agent.timekeeper;

import org.jspecify.annotations.Nullable;

/// How a wish begins: "remind me", "say", "check".
///
/// @param verb where the verb stands
/// @param end the index behind verb and addressee
/// @param addressee whom it is for, if neither the speaker nor everybody
record Lead(Kind kind, int verb, int end, @Nullable String addressee) {

    enum Kind {
        /// "Remind me to X", also "tell us to X": X is the text.
        REMIND,
        /// "Ping me", "tell us": with "to" or "about" as REMIND, else the instruction as said.
        CALL,
        /// "Say X", "post X".
        SAY,
        /// "Set a reminder for …".
        SET,
        /// "Check the deploy": the instruction as said.
        DO
    }
}
