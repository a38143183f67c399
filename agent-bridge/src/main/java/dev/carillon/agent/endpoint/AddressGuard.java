package dev.carillon.agent.endpoint;

import dev.carillon.config.AllowedHost;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps requests away from what is not on the public internet: services of this machine and its
/// network trust whoever reaches them, and the metadata service of a cloud hands out its keys.
///
/// A name is looked up here, once, and the caller connects to the very addresses that were checked;
/// a second look-up could be answered differently (DNS rebinding).
final class AddressGuard {
    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    /// What C libraries and browsers take for an IPv4 address, in whatever base and however short.
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final int LONGEST_NAME = 253;

    private final List<AllowedHost> allowed;
    private final HostLookup names;

    AddressGuard(List<AllowedHost> allowed, HostLookup names) {
        this.allowed = List.copyOf(allowed);
        this.names = names;
    }

    /// The addresses of a host, all of which may be called.
    ///
    /// @param host as it stands in a URL, IPv6 addresses with or without brackets
    /// @throws ForbiddenAddress when it must not be called
    /// @throws UnknownHostException when it has no address
    List<InetAddress> addresses(String host, int port) throws UnknownHostException {
        String plain = plain(host);
        Optional<InetAddress> literal = check(plain, port);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        List<InetAddress> found = names.lookup(plain);
        for (InetAddress address : found) {
            // One is enough to refuse all: nobody mixes them but to get past a check.
            if (!isAllowedByName(plain, port) && !isAllowed(address, port)) {
                throw internal(plain + " has an internal address");
            }
        }
        return found;
    }

    /// What can be said without looking a name up.
    ///
    /// @throws ForbiddenAddress when the host must not be called, whatever its addresses
    void checkSpelling(String host, int port) throws ForbiddenAddress {
        check(plain(host), port);
    }

    private Optional<InetAddress> check(String host, int port) throws ForbiddenAddress {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            if (!isAllowed(literal.get(), port)) {
                throw internal(host + " is an internal address");
            }
            return literal;
        }
        if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
            throw new ForbiddenAddress("'" + host + "' is no name of a host");
        }
        boolean isThisMachine = host.equals("localhost") || host.endsWith(".localhost");
        if (isThisMachine && !isAllowedByName(host, port)) {
            throw internal(host + " is this machine itself");
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> literal(String host) throws ForbiddenAddress {
        boolean isDotted = DOTTED.matcher(host).matches();
        boolean isIpv6 = host.contains(":");
        if (!isDotted && !isIpv6) {
            if (NUMERIC.matcher(host).matches()) {
                throw new ForbiddenAddress("'" + host + "' is not written as four decimal numbers");
            }
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            // The JDK takes ::ffff:127.0.0.1 for the IPv4 address in it.
            if (host.contains("%") || (isIpv6 && address instanceof Inet4Address)) {
                throw new ForbiddenAddress("'" + host + "' is an unusual way to write an address");
            }
            return Optional.of(address);
        } catch (IllegalArgumentException _) {
            throw new ForbiddenAddress("'" + host + "' is no address");
        }
    }

    private boolean isAllowed(InetAddress address, int port) {
        return PublicInternet.contains(address)
                || allowed.stream().anyMatch(each -> each.covers(address, port));
    }

    private boolean isAllowedByName(String host, int port) {
        return allowed.stream().anyMatch(each -> each.covers(host, port));
    }

    /// In lower case, without brackets and without the dot that a full name may end with.
    static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && lower.endsWith("]")) {
            return lower.substring(1, lower.length() - 1);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static ForbiddenAddress internal(String what) {
        return new ForbiddenAddress(
                what
                        + ", which requests must not reach; the operator can allow it with"
                        + " outgoing.allow_internal in the config file");
    }
}
