package dev.carillon.agent.endpoint;

import java.net.UnknownHostException;

/// A host must not be called. The message is for the people who wanted it.
final class ForbiddenAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String message) {
        super(message);
    }
}
