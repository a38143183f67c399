package dev.carillon.agent.endpoint;

import dev.carillon.config.AddressRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses belong to the public internet, after the registries of special-purpose addresses
/// at IANA.
final class PublicInternet {
    private static final List<AddressRange> SPECIAL_IPV4 =
            ranges(
                    "0.0.0.0/8", // this network; 0.0.0.0 reaches the machine itself
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carrier-grade NAT, and the metadata of some clouds
                    "127.0.0.0/8",
                    "169.254.0.0/16", // link-local, and the metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /// All that is assigned to hosts of the internet. Outside of it lie loopback, link-local,
    /// unique local and multicast addresses, and those that hold an IPv4 address and lead to it:
    /// mapped and compatible ones, and NAT64 (`64:ff9b::/96`).
    private static final AddressRange UNICAST_IPV6 = AddressRange.parse("2000::/3");

    private static final List<AddressRange> SPECIAL_IPV6 =
            ranges(
                    "2001::/23", // Teredo among them, which holds an IPv4 address
                    "2001:db8::/32",
                    "2002::/16", // 6to4, which holds an IPv4 address
                    "3fff::/20");

    private PublicInternet() {}

    static boolean contains(InetAddress address) {
        return address instanceof Inet4Address
                ? isInNone(SPECIAL_IPV4, address)
                : UNICAST_IPV6.contains(address) && isInNone(SPECIAL_IPV6, address);
    }

    private static boolean isInNone(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }
}
