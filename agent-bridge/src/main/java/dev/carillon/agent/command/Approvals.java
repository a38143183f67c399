package dev.carillon.agent.command;

import dev.carillon.agent.Person;
import java.util.Optional;

/// Lets people in who are unknown. Whoever asks has been found to be an admin.
@FunctionalInterface
public interface Approvals {
    /// Where nobody waits to be let in.
    Approvals NONE = (_, _) -> Optional.empty();

    /// Lets in who was told a code.
    ///
    /// @return who that is, in words; nothing when no such code is valid
    Optional<String> approve(String code, Person by);
}
