package dev.carillon.gateway.chat;

/// Whether what was said is meant for the bot.
public enum Heed {
    /// Said in a chat that nobody else is in.
    DIRECT,

    /// Mentions the bot, or is a command or a button of it.
    MENTIONED,

    /// Replies to a message of the bot.
    REPLIED,

    /// Said in its presence only.
    OVERHEARD
}
