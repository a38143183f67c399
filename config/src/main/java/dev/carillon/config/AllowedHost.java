package dev.carillon.config;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where requests may go: a host by its name, all hosts below a domain, or a range of addresses.
///
/// @param name a host such as `build.local`, or `*.example.com` for all below a domain; absent for
///   addresses
/// @param range the addresses; absent for names
/// @param port the only port that is meant; absent: every port
public record AllowedHost(
        @Nullable String name, @Nullable AddressRange range, @Nullable Integer port) {
    static final String EXPECTED =
            "a host, host:port, address or range, such as build.local:8080 or 10.0.0.0/8";

    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)](?::(\\d{1,5}))?");
    private static final Pattern NAMED = Pattern.compile("([^:/\\[\\]\\s]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final int MAX_PORT = 65_535;

    public AllowedHost {
        if ((name == null) == (range == null)) {
            throw new IllegalArgumentException("either a name or addresses");
        }
        if (port != null && (port < 1 || port > MAX_PORT)) {
            throw new InvalidValue("a port from 1 to 65535", port.toString());
        }
    }

    /// @throws InvalidValue when it is nothing of all that
    public static AllowedHost parse(String text) {
        try {
            return parsed(text.strip().toLowerCase(Locale.ROOT));
        } catch (InvalidValue _) {
            throw new InvalidValue(EXPECTED, text);
        }
    }

    private static AllowedHost parsed(String text) {
        Matcher bracketed = BRACKETS.matcher(text);
        if (bracketed.matches()) {
            return new AllowedHost(
                    null, AddressRange.parse(bracketed.group(1)), port(bracketed.group(2)));
        }
        if (text.contains("/") || text.indexOf(':') != text.lastIndexOf(':')) {
            return new AllowedHost(null, AddressRange.parse(text), null);
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            throw new InvalidValue(EXPECTED, text);
        }
        String host = named.group(1);
        Integer port = port(named.group(2));
        if (NUMERIC.matcher(host).matches()) {
            return new AllowedHost(null, AddressRange.parse(host), port);
        }
        if (!NAME.matcher(host).matches()) {
            throw new InvalidValue(EXPECTED, text);
        }
        return new AllowedHost(host, null, port);
    }

    private static @Nullable Integer port(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /// Whether it means a host as it is written, whatever addresses a name has.
    ///
    /// @param host in lower case, without a dot at its end and without brackets
    public boolean covers(String host, int port) {
        if (name == null) {
            return isAddress(host) && covers(InetAddress.ofLiteral(host), port);
        }
        boolean isMeant =
                name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
        return isMeant && coversPort(port);
    }

    private static boolean isAddress(String host) {
        try {
            return !InetAddress.ofLiteral(host).isAnyLocalAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    public boolean covers(InetAddress address, int port) {
        return range != null && coversPort(port) && range.contains(address);
    }

    private boolean coversPort(int asked) {
        return port == null || port == asked;
    }

    @Override
    public String toString() {
        String host = name == null ? String.valueOf(range) : name;
        return port == null ? host : host + ":" + port;
    }
}
