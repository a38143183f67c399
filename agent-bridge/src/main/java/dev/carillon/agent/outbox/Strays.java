package dev.carillon.agent.outbox;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.RunStore.RunDelivery;
import dev.carillon.scheduler.store.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Messages for gateways that the operator has taken away: nobody will ever deliver them, and their
/// runs must not look as if somebody would.
public final class Strays {
    private static final int SOME = 500;
    private static final String WHY = "the gateway is not in the config file any more";

    private final Outbox outbox;
    private final RunStore runs;
    private final Transactions transactions;

    Strays(Outbox outbox, RunStore runs, Transactions transactions) {
        this.outbox = outbox;
        this.runs = runs;
        this.transactions = transactions;
    }

    /// Gives up what waits for any other gateway than these.
    public void giveUp(Collection<String> gateways) {
        int found = SOME;
        while (found == SOME) {
            found = transactions.write(() -> giveUpSome(gateways));
        }
    }

    private int giveUpSome(Collection<String> gateways) {
        List<OutboxItem> items = outbox.giveUpElsewhere(gateways, WHY, SOME);
        Stream<RunDelivery> deliveries =
                items.stream()
                        .flatMap(item -> Stream.ofNullable(item.run()))
                        .map(run -> new RunDelivery(run, Run.Delivery.FAILED, null, WHY));
        runs.recordDeliveries(deliveries.toList());
        return items.size();
    }
}
