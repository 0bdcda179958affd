package newspulse.producer.web;

import java.math.BigInteger;
import java.net.InetAddress;

/// Addresses that begin alike: `10.0.0.0/8`, or a single one: `::1`.
record AddressRange(InetAddress base, int prefix) {
    AddressRange {
        if (prefix < 0 || prefix > base.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("no such prefix: " + prefix);
        }
    }

    /// @throws IllegalArgumentException where it is no address or no range of them
    static AddressRange of(String written) {
        int slash = written.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash));
        int bits = base.getAddress().length * Byte.SIZE;
        return new AddressRange(
                base, slash < 0 ? bits : Integer.parseInt(written.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int rest = ours.length * Byte.SIZE - prefix;
        return new BigInteger(1, ours)
                .shiftRight(rest)
                .equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
