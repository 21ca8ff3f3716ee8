package fetch

import (
	"net/netip"
	"strings"
)

// special are the blocks of addresses that no public web server has, from the
// IANA registries of special-purpose IPv4 and IPv6 addresses, and one that a
// cloud uses for itself. The first that holds an address names it.
var special = blocks(`
0.0.0.0/8          this network
10.0.0.0/8         private
100.64.0.0/10      shared by the customers of a carrier
127.0.0.0/8        loopback
168.63.129.16/32   platform service of a cloud
169.254.169.254/32 metadata service
169.254.0.0/16     link-local
172.16.0.0/12      private
192.0.0.0/24       protocol assignments
192.0.2.0/24       documentation
192.88.99.0/24     relay of 6to4
192.168.0.0/16     private
198.18.0.0/15      benchmarks
198.51.100.0/24    documentation
203.0.113.0/24     documentation
224.0.0.0/4        multicast
255.255.255.255/32 broadcast
240.0.0.0/4        reserved
::/128             unspecified
::1/128            loopback
::/96              IPv4 in an old form
64:ff9b:1::/48     translation inside a network
100::/64           discarded
2001::/32          Teredo
2001::/23          protocol assignments
2001:db8::/32      documentation
2002::/16          6to4
3fff::/20          documentation
5f00::/16          segment routing
fd00:ec2::254/128  metadata service
fc00::/7           private
fe80::/10          link-local
fec0::/10          site-local
ff00::/8           multicast
`)

var (
	translated = netip.MustParsePrefix("64:ff9b::/96") // RFC 6052: IPv4 in the last 32 bits
	global     = netip.MustParsePrefix("2000::/3")     // all of IPv6 that is given out so far
)

type block struct {
	prefix netip.Prefix
	name   string
}

func blocks(table string) []block {
	var list []block
	for line := range strings.Lines(strings.TrimSpace(table)) {
		prefix, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		list = append(list, block{netip.MustParsePrefix(prefix), strings.TrimSpace(name)})
	}
	return list
}

// NotPublic says why addr is not an address of the public internet, or "".
//
// An IPv4 address that is written as IPv6 (mapped, or translated by NAT64,
// through which networks without IPv4 reach the rest) is judged as what it
// stands for. 6to4 and Teredo are refused whole: both are withdrawn, and no
// news site lives there.
func NotPublic(addr netip.Addr) string {
	if !addr.IsValid() {
		return "no address"
	}
	addr = addr.Unmap().WithZone("")
	if translated.Contains(addr) {
		raw := addr.As16()
		addr = netip.AddrFrom4([4]byte(raw[12:]))
	}
	for _, block := range special {
		if block.prefix.Contains(addr) {
			return block.name
		}
	}
	if addr.Is6() && !global.Contains(addr) {
		return "not given out"
	}
	return ""
}

// notWeb are the ports on which the Fetch standard (WHATWG, "port blocking")
// forbids browsers to speak HTTP, since other services listen there and could
// be made to act on a request. Every other port passes: news sites stand on
// 8080 and 8443, and a page that no browser could open is no report.
var notWeb = ports(`1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113
115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636
989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`)

func ports(list string) map[string]bool {
	set := map[string]bool{}
	for port := range strings.FieldsSeq(list) {
		set[port] = true
	}
	return set
}
