package dev.carillon.scheduler.engine;

import java.util.List;

/// Takes over what fires. The scheduler knows when things are due; what a message or a task becomes
/// is the business of the module above, which implements this port.
public interface Handover {
    /// Writes what is to be done, within the engine's transaction. Must have no effect outside the
    /// database: the transaction may be rolled back, and run again.
    ///
    /// @throws RuntimeException rolls the whole batch back; the engine tries it again later
    void write(List<Firing> firings);

    /// Writes what chats have to be told: why their schedules rest. Under the same rules as
    /// [#write].
    void tell(List<Notice> notices);

    /// Called after the commit, so that those who do the work can be woken. Must return at once.
    void written(List<Firing> firings);
}
