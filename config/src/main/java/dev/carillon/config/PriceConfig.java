package dev.carillon.config;

/// What a model costs, in whatever currency the operator keeps budgets in.
@Description("What a model costs per million tokens, in the currency of the budgets.")
public record PriceConfig(
        @Description("Price of a million tokens that the model reads.")
                @Limits(min = "0", max = "1000000")
                double input,
        @Description("Price of a million tokens that the model writes.")
                @Limits(min = "0", max = "1000000")
                double output) {
    public PriceConfig {
        Rules.of(PriceConfig.class, input, output).enforce();
    }
}
