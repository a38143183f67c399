package dev.carillon.gateway;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Progress;
import dev.carillon.agent.lane.TurnProgress;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.scheduler.Destination;
import java.util.List;

/// Shows the progress of turns on those platforms that can.
final class Progresses implements TurnProgress {
    private final List<ChatAdapter> adapters;

    Progresses(List<ChatAdapter> adapters) {
        this.adapters = List.copyOf(adapters);
    }

    @Override
    public Progress of(Lane lane, String turnId) {
        Destination destination = lane.destination();
        // What is worked on beside the chat is not shown there before it is done.
        if (lane.side() != null) {
            return Progress.NONE;
        }
        return adapters.stream()
                .filter(adapter -> adapter.gateway().equals(destination.gateway()))
                .filter(ShowsProgress.class::isInstance)
                .map(ShowsProgress.class::cast)
                .findFirst()
                .<Progress>map(adapter -> new Shown(adapter, destination, turnId))
                .orElse(Progress.NONE);
    }

    private record Shown(ShowsProgress adapter, Destination destination, String turnId)
            implements Progress {
        @Override
        public void typing() {
            adapter.typing(destination);
        }

        @Override
        public void partial(String textSoFar) {
            adapter.partial(destination, turnId, textSoFar);
        }
    }
}
