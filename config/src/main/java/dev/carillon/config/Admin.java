package dev.carillon.config;

/// A person who may see and change everything, written `gateway:user-id`.
public record Admin(GatewayName gateway, UserId user) {
    static Admin parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new InvalidValue("gateway:user-id, for example web:ann", text);
        }
        return new Admin(
                new GatewayName(text.substring(0, colon)), new UserId(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return gateway + ":" + user;
    }
}
