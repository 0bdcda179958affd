package newspulse.producer.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses are on the public internet: those that the IANA special-purpose registries (RFC
/// 6890 and its successors) call globally reachable and that lead to one host elsewhere. Everything
/// that carries an IPv4 address within counts as that one.
final class PublicAddresses {
    private static final List<AddressRange> NOT_V4 =
            ranges(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32", // what Azure serves its machines' settings from
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3");

    private static final AddressRange UNICAST = AddressRange.of("2000::/3");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final List<AddressRange> NOT_V6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static final int V4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_V4.stream().noneMatch(range -> range.contains(address));
        }
        if (NAT64.contains(address) || isIsatap(address)) {
            return contain(lastFour(address));
        }
        return UNICAST.contains(address)
                && NOT_V6.stream().noneMatch(range -> range.contains(address));
    }

    /// `...:0:5efe:a.b.c.d` (RFC 5214, section 6.1).
    private static boolean isIsatap(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes[8] & 0xFD) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5E
                && bytes[11] == (byte) 0xFE;
    }

    private static InetAddress lastFour(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(bytes, bytes.length - V4_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static List<AddressRange> ranges(String... written) {
        return Arrays.stream(written).map(AddressRange::of).toList();
    }
}
