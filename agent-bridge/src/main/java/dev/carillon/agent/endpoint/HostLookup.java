package dev.carillon.agent.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Asks for the addresses of a host by its name.
@FunctionalInterface
public interface HostLookup {
    /// @return at least one address
    /// @throws UnknownHostException when there is none, or nobody answers in time
    List<InetAddress> lookup(String host) throws UnknownHostException;
}
