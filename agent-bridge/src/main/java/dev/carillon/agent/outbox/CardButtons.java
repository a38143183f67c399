package dev.carillon.agent.outbox;

import dev.carillon.agent.Card;
import java.util.List;

/// The buttons of cards: what one may want to do right after making or seeing a schedule. Only a
/// single card gets buttons; below several it would be unclear whose they are.
public final class CardButtons {
    private CardButtons() {}

    public static List<Button> of(List<Card> cards) {
        return cards.size() == 1 ? of(cards.getFirst()) : List.of();
    }

    private static List<Button> of(Card card) {
        return switch (card.status()) {
            case ACTIVE ->
                    List.of(
                            Button.of("Pause", new ButtonAction.Pause(card.schedule())),
                            Button.of("Run now", new ButtonAction.RunNow(card.schedule())),
                            Button.of("Cancel", new ButtonAction.Cancel(card.schedule())));
            case PAUSED ->
                    List.of(
                            Button.of("Resume", new ButtonAction.Resume(card.schedule())),
                            Button.of("Cancel", new ButtonAction.Cancel(card.schedule())));
            case FINISHED, CANCELLED -> List.of();
        };
    }
}
