package dev.carillon.config;

/// A gateway, by the name it has under `gateways`.
public record GatewayName(String value) {
    public GatewayName {
        Names.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
