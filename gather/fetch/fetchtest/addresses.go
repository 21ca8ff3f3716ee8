package fetchtest

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

// addressCases redirect to where no report can be.
func addressCases() []Case {
	to := func(name, address, proves string, want isnad.Kind) Case {
		return Case{Name: "redirect-" + name, Level: Fetch, Proves: proves, Want: want, serve: redirect(address)}
	}
	return []Case{
		to("loopback", "http://127.0.0.1:TRAP/", "a redirect to loopback is refused before anything is sent", isnad.Refused),
		to("loopback-block", "http://127.8.7.6:TRAP/", "all of 127.0.0.0/8 is loopback", isnad.Refused),
		to("decimal", "http://2130706433:TRAP/", "IPv4 as one decimal number is refused", isnad.Refused),
		to("octal", "http://0177.0.0.1:TRAP/", "IPv4 with an octal part is refused", isnad.Refused),
		to("octal-whole", "http://017700000001:TRAP/", "IPv4 as one octal number is refused", isnad.Refused),
		to("hexadecimal", "http://0x7f.0x0.0x0.0x1:TRAP/", "IPv4 with hexadecimal parts is refused", isnad.Refused),
		to("hexadecimal-whole", "http://0x7F000001:TRAP/", "IPv4 as one hexadecimal number is refused", isnad.Refused),
		to("short", "http://127.1:TRAP/", "IPv4 of two parts is refused", isnad.Refused),
		to("zero", "http://0.0.0.0:TRAP/", "the unspecified address, which Linux takes for this machine, is refused", isnad.Refused),
		to("one-zero", "http://0:TRAP/", "the same address as one digit is refused", isnad.Refused),
		to("wide-digits", "http://\uFF11\uFF12\uFF17.\uFF10.\uFF10.\uFF11:TRAP/", "full-width digits are folded before the address is judged", isnad.Refused),
		to("wide-dots", "http://127\u30020\u30020\u30021:TRAP/", "ideographic full stops are folded before the address is judged", isnad.Refused),
		to("ipv6", "http://[::1]:TRAP/", "the loopback of IPv6 is refused", isnad.Refused),
		to("ipv6-long", "http://[0:0:0:0:0:0:0:1]:TRAP/", "its long form too", isnad.Refused),
		to("ipv6-zone", "http://[fe80::1%25lo]:TRAP/", "an address that names an interface is refused", isnad.Refused),
		to("mapped", "http://[::ffff:127.0.0.1]:TRAP/", "IPv4 mapped into IPv6 is judged as IPv4", isnad.Refused),
		to("mapped-hexadecimal", "http://[::ffff:7f00:1]:TRAP/", "also when it is written in hexadecimal", isnad.Refused),
		to("compatible", "http://[::127.0.0.1]:TRAP/", "the old IPv4-compatible form is refused", isnad.Refused),
		to("nat64", "http://[64:ff9b::7f00:1]:TRAP/", "IPv4 behind NAT64 is judged as IPv4", isnad.Refused),
		to("6to4", "http://[2002:7f00:1::]:TRAP/", "6to4 is refused", isnad.Refused),
		to("teredo", "http://[2001:0:7f00:1::80ff:fffe]:TRAP/", "Teredo is refused", isnad.Refused),
		to("localhost", "http://localhost:TRAP/", "the name of this machine is refused", isnad.Refused),
		to("localhost-dot", "http://LocalHost.:TRAP/", "also in capitals and with a dot at the end", isnad.Refused),
		to("localhost-below", "http://news.localhost:TRAP/", "also names below it", isnad.Refused),
		to("metadata", "http://169.254.169.254/", "the metadata service of clouds is refused", isnad.Refused),
		to("metadata-ipv6", "http://[fd00:ec2::254]/", "its IPv6 address too", isnad.Refused),
		to("private-10", "http://10.0.0.1/", "private 10.0.0.0/8 is refused", isnad.Refused),
		to("private-172", "http://172.31.255.254/", "private 172.16.0.0/12 is refused", isnad.Refused),
		to("private-192", "http://192.168.1.1/", "private 192.168.0.0/16 is refused", isnad.Refused),
		to("carrier", "http://100.64.0.1/", "the shared addresses of carriers are refused", isnad.Refused),
		to("broadcast", "http://255.255.255.255/", "broadcast is refused", isnad.Refused),
		to("user-info", "http://editor:secret@127.0.0.1:TRAP/", "an address with a user name is no address here, and the password is not shown", isnad.Invalid),
		to("file", "file:///etc/passwd", "a redirect to a file is refused", isnad.Refused),
		to("gopher", "gopher://127.0.0.1:TRAP/_GET", "a redirect to another protocol is refused", isnad.Refused),
		to("javascript", "javascript:alert(1)", "a redirect to a script is refused", isnad.Refused),
		to("data", "data:text/html,news", "a redirect to a data address is refused", isnad.Refused),
		to("mail-port", "http://192.0.2.1:25/", "ports of other services are refused", isnad.Refused),
		to("port-range", "http://192.0.2.1:99999/", "a port beyond 65535 is no address", isnad.Invalid),
		to("long", "BASE/"+strings.Repeat("a", 9000), "an address of 9,000 bytes is no address", isnad.Invalid),
		to("nowhere", "", "a redirect without an address is an error", isnad.Invalid),
		to("self", "BASE/", "a page that redirects to itself is seen at the first step", isnad.Invalid),
		{Name: "redirect-circle", Level: Fetch, Proves: "a circle of redirects is seen when it closes", Want: isnad.Invalid,
			serve: countdown(3, true)},
		{Name: "redirect-chain", Level: Fetch, Proves: "a chain of 100 redirects is left after a few", Want: isnad.TooLarge,
			serve: countdown(100, false)},
	}
}

// countdown redirects /n to /n+1, up to most; then, in a circle, to /, else it
// answers.
func countdown(most int, circle bool) func(*site) http.Handler {
	return func(*site) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n, _ := strconv.Atoi(strings.Trim(r.URL.Path, "/"))
			switch {
			case n < most:
				http.Redirect(w, r, "/"+itoa(n+1), http.StatusFound)
			case circle:
				http.Redirect(w, r, "/", http.StatusFound)
			}
		})
	}
}

// nameCases are sites whose names stand for what they must not.
func nameCases() []Case {
	page := text("text/html", "<p>reached</p>")
	return []Case{
		{Name: "name-loopback", Level: Fetch, Proves: "a public name that resolves to loopback is refused when it is dialled", Want: isnad.Refused,
			host: "inside.example", answers: []string{"127.0.0.1"}, serve: page},
		{Name: "name-ipv6", Level: Fetch, Proves: "a name that resolves to the loopback of IPv6 is refused", Want: isnad.Refused,
			host: "inside6.example", answers: []string{"::1"}, serve: page},
		{Name: "name-mapped", Level: Fetch, Proves: "a name that resolves to a mapped address is refused", Want: isnad.Refused,
			host: "mapped.example", answers: []string{"::ffff:127.0.0.1"}, serve: page},
		{Name: "name-metadata", Level: Fetch, Proves: "a name that resolves to a metadata service is refused", Want: isnad.Refused,
			host: "metadata.example", answers: []string{"169.254.169.254"}, serve: page},
		{Name: "name-turns", Level: Fetch,
			Proves: "a name that was public when a check asked, and is loopback when it is dialled, is refused: what counts is the address dialled",
			Want:   isnad.Refused, host: turning, answers: []string{publicOnce, "127.0.0.1"}, serve: page},
		{Name: "name-unknown", Level: Fetch, Proves: "a name that does not exist is an error at once, without new tries", Want: isnad.Unavailable,
			host: "nowhere.example", serve: page},
	}
}

const (
	turning    = "turning.example"
	publicOnce = "9.9.9.9" // answered to the first question and never dialled
)
