package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

final class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2600::5efe:7f00:1",
                "2600::200:5efe:a00:1"
            })
    void holdNothingInside(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.9.9.9",
                "100.63.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "64:ff9b::101:101",
                "::ffff:1.1.1.1"
            })
    void holdTheInternet(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void areJoinedByWhatIsAllowed() {
        AllowList allowed = AllowList.of("feeds.internal, 10.0.0.0/8,[::1] , fd00::/8");
        assertThat(allowed.allows("FEEDS.internal", InetAddress.ofLiteral("192.168.0.1"))).isTrue();
        assertThat(allowed.allows("a", InetAddress.ofLiteral("10.255.0.1"))).isTrue();
        assertThat(allowed.allows("a", InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(allowed.allows("a", InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(allowed.allows("a", InetAddress.ofLiteral("11.0.0.1"))).isFalse();
        assertThatThrownBy(() -> AllowList.of("10.0.0.0/99"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AllowList.of("http://a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
