package dev.carillon.config;

import org.jspecify.annotations.Nullable;

/// What scheduled work may use in a day of the agent's time zone, over all schedules of an agent
/// and for each of them. What people cause by writing counts too, but is not refused.
@Description(
        "What an agent may use in a day of its time zone. Above it scheduled runs are skipped; people"
                + " are still answered, and what that takes counts too.")
public record BudgetConfig(
        @Description("Turns of the agent in a day.") @Limits(min = "0", max = "1000000000")
                @Nullable Integer turns,
        @Description("Tokens of the agent in a day, those it reads and those it writes.")
                @Limits(min = "0", max = "2000000000")
                @Nullable Integer tokens,
        @Description("Money of the agent in a day, in the currency of the models' prices.")
                @Limits(min = "0", max = "1000000")
                @Nullable Double money,
        @Description("Turns of one schedule in a day.") @Limits(min = "0", max = "1000000000")
                @Nullable Integer turnsPerSchedule,
        @Description("Tokens of one schedule in a day.") @Limits(min = "0", max = "2000000000")
                @Nullable Integer tokensPerSchedule,
        @Description("Money of one schedule in a day.") @Limits(min = "0", max = "1000000")
                @Nullable Double moneyPerSchedule) {

    public static final BudgetConfig NONE = new BudgetConfig(null, null, null, null, null, null);

    public BudgetConfig {
        Rules.of(
                        BudgetConfig.class,
                        turns,
                        tokens,
                        money,
                        turnsPerSchedule,
                        tokensPerSchedule,
                        moneyPerSchedule)
                .enforce();
    }

    /// Whether there is any bound at all.
    public boolean isUnbounded() {
        return equals(NONE);
    }
}
