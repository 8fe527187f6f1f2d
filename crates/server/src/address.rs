//! Under which addresses this device is reached, and whether a request is for it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// The addresses by which other devices of the local network reach this one; the likeliest first. None where there is no
/// network.
pub fn reachable() -> Vec<Ipv4Addr> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    let first = towards_the_world();
    let mut found: Vec<(u8, Ipv4Addr)> = Vec::new();
    for interface in interfaces {
        if let IpAddr::V4(address) = interface.ip()
            && is_reachable(address)
        {
            found.push((rank(&interface.name, address, first), address));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.dedup_by_key(|(_, address)| *address);
    found.into_iter().map(|(_, address)| address).collect()
}

fn is_reachable(address: Ipv4Addr) -> bool {
    !(address.is_loopback() || address.is_link_local() || address.is_unspecified() || address.is_multicast())
}

/// How unlikely it is that phones are on the network of an address.
fn rank(interface: &str, address: Ipv4Addr, first: Option<Ipv4Addr>) -> u8 {
    // Networks within this device: of containers, virtual machines and tunnels.
    const WITHIN: [&str; 10] =
        ["docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "tun", "tailscale", "wg"];
    let name = interface.to_ascii_lowercase();
    let within = WITHIN.iter().any(|prefix| name.starts_with(prefix));
    match (within, Some(address) == first, address.is_private()) {
        (false, true, _) => 0,
        (false, false, true) => 1,
        (false, false, false) => 2,
        (true, ..) => 3,
    }
}

/// The address from which the world would be spoken to. Nothing is sent.
fn towards_the_world() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address that is kept for documents, and belongs to nobody.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(address) if is_reachable(address) => Some(address),
        _ => None,
    }
}

/// Whether a request for a host is for this server, to which its connection came at the address `local`.
///
/// A page of another site, whose name was made to lead here, asks by that name, and is known by it.
pub fn is_own(host: &str, local: SocketAddr, names: &[String]) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) => (name, port.parse().ok()),
        None => (host, Some(80)),
    };
    if names.iter().any(|known| known.eq_ignore_ascii_case(host)) {
        return true;
    }
    let ip = local.ip();
    port == Some(local.port())
        && (name.parse::<IpAddr>().is_ok_and(|named| named == ip)
            || ip.is_loopback() && name.eq_ignore_ascii_case("localhost"))
}

/// Whether a page of an origin was served by this server under the name of a request.
pub fn is_same_origin(origin: &str, host: &str) -> bool {
    origin.strip_prefix("http://").is_some_and(|origin| origin.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_for_this_server_by_its_address_alone() {
        let (local, near): (SocketAddr, SocketAddr) =
            ("192.168.1.5:8640".parse().expect("one"), "127.0.0.1:8640".parse().expect("one"));
        let own = |host: &str| is_own(host, local, &["two-hats.example:80".into()]);
        assert!(own("192.168.1.5:8640") && own("Two-Hats.example:80") && is_own("LOCALHOST:8640", near, &[]));
        for host in [
            "",
            ":",
            ":8640",
            "192.168.1.5",
            "192.168.1.5:",
            "192.168.1.5:8641",
            "192.168.1.6:8640",
            "localhost:8640",
            "evil.example:8640",
            "192.168.1.5.evil.example:8640",
            "127.0.0.1:8640",
            "0.0.0.0:8640",
            "192.168.1.5:08640x",
            "two-hats.example",
        ] {
            assert!(!own(host), "{host}");
        }
    }

    #[test]
    fn an_origin_is_the_same_to_the_last_sign() {
        assert!(is_same_origin("http://192.168.1.5:8640", "192.168.1.5:8640"));
        for origin in
            ["", "null", "http://", "https://192.168.1.5:8640", "http://192.168.1.5", "http://192.168.1.5:8640/"]
        {
            assert!(!is_same_origin(origin, "192.168.1.5:8640"), "{origin}");
        }
    }

    #[test]
    fn networks_within_this_device_come_last() {
        let (lan, bridge) = (Ipv4Addr::new(192, 168, 1, 5), Ipv4Addr::new(172, 17, 0, 1));
        assert!(rank("eth0", lan, Some(lan)) < rank("wlan0", Ipv4Addr::new(10, 42, 0, 1), Some(lan)));
        assert!(rank("wlan0", lan, None) < rank("docker0", bridge, Some(bridge)));
        assert!(
            !is_reachable(Ipv4Addr::LOCALHOST) && !is_reachable(Ipv4Addr::new(169, 254, 3, 4)) && is_reachable(lan)
        );
        assert!(reachable().iter().all(|address| is_reachable(*address)));
    }
}
