package dev.carillon.agent;

/// What people may see of a turn while it is under way. Losing it harms nothing.
public interface Progress {
    Progress NONE =
            new Progress() {
                @Override
                public void typing() {}

                @Override
                public void partial(String textSoFar) {}
            };

    /// The agent is at work.
    void typing();

    /// The beginning of the answer, as far as it has come; replaces what was told before.
    void partial(String textSoFar);
}
