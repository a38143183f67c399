package dev.carillon.config;

import java.net.InetAddress;
import java.util.Arrays;

/// A block of IP addresses, such as `10.0.0.0/8` or `fd00::/8`; a single address is a block of one.
///
/// @param prefix how many leading bits are the same in all of them
public record AddressRange(InetAddress network, int prefix) {
    static final String EXPECTED = "an address or a range such as 10.0.0.0/8";

    public AddressRange {
        if (prefix < 0 || prefix > network.getAddress().length * Byte.SIZE) {
            throw new InvalidValue(EXPECTED, network.getHostAddress() + "/" + prefix);
        }
    }

    /// @throws InvalidValue when it is neither an address nor a range
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress network =
                    InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            return slash < 0
                    ? of(network)
                    : new AddressRange(network, Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException _) {
            throw new InvalidValue(EXPECTED, text);
        }
    }

    private static AddressRange of(InetAddress single) {
        return new AddressRange(single, single.getAddress().length * Byte.SIZE);
    }

    /// Whether an address is one of them; an IPv4 address is never in a range of IPv6.
    public boolean contains(InetAddress address) {
        byte[] one = network.getAddress();
        byte[] other = address.getAddress();
        int whole = prefix / Byte.SIZE;
        if (one.length != other.length || !Arrays.equals(one, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        return rest == 0 || ((one[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
